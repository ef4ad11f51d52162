package ca.balise.kit.reasoning;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A fact that rules may look at, known by its path, for example {@code use.mode}. It is declared once, as a constant: two facts are
 * the same only if they are the same object.
 *
 * @param <T> what is known of it
 */
public final class Fact<T> {

    private final String path;
    private final List<T> values;
    private final boolean open;

    private Fact(String path, List<T> values, boolean open) {
        this.path = path;
        this.values = List.copyOf(values);
        this.open = open;
    }

    /** A fact that holds or does not. */
    public static Fact<Boolean> truth(String path) {
        return new Fact<>(path, List.of(Boolean.TRUE, Boolean.FALSE), false);
    }

    /** A fact that is one of a few constants. */
    public static <E extends Enum<E>> Fact<E> choice(String path, Class<E> constants) {
        return new Fact<>(path, List.of(constants.getEnumConstants()), false);
    }

    /** A day. Which days matter, the rules say when they compare it. */
    public static Fact<LocalDate> date(String path) {
        return new Fact<>(path, List.of(), false);
    }

    /** A whole number of things. Which numbers matter, the rules say when they compare it. */
    public static Fact<Integer> count(String path) {
        return new Fact<>(path, List.of(), false);
    }

    /** A list of constants, dates or codes of ours. */
    public static <T> Fact<List<T>> list(String path) {
        return new Fact<>(path, List.of(), false);
    }

    /**
     * Open text. It is never repeated: not in an answer, a trace, an error or a log.
     *
     * @param codes the texts that mean something to the rules; those alone are repeated
     */
    public static Fact<String> text(String path, String... codes) {
        return new Fact<>(path, List.of(codes), true);
    }

    /** A fact of a structure of its own, with open text in it. */
    public static <T> Fact<T> structure(String path) {
        return new Fact<>(path, List.of(), true);
    }

    /** Dotted path. */
    public String path() {
        return path;
    }

    /** The values that mean something to the rules wherever they look at it; empty where each rule says. */
    public List<T> values() {
        return values;
    }

    /**
     * The value as it may be shown: open text that is no code is not.
     *
     * @return {@code null} if it is not known, or must not be repeated
     */
    @Nullable
    String shown(@Nullable Object value) {
        if (value == null || (open && !values.contains(value))) {
            return null;
        }
        return value instanceof List<?> several
                ? several.stream().map(String::valueOf).collect(Collectors.joining(", "))
                : value.toString();
    }

    /** The path. */
    @Override
    public String toString() {
        return path;
    }
}
