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

    /** What a value is, or its elements are; {@code null} where nobody said, and then none can be read again. */
    private final @Nullable Class<?> type;

    private final boolean several;

    private Fact(String path, List<T> values, boolean open, @Nullable Class<?> type, boolean several) {
        this.path = path;
        this.values = List.copyOf(values);
        this.open = open;
        this.type = type;
        this.several = several;
    }

    /** A fact that holds or does not. */
    public static Fact<Boolean> truth(String path) {
        return new Fact<>(path, List.of(Boolean.TRUE, Boolean.FALSE), false, Boolean.class, false);
    }

    /** A fact that is one of a few constants. */
    public static <E extends Enum<E>> Fact<E> choice(String path, Class<E> constants) {
        return new Fact<>(path, List.of(constants.getEnumConstants()), false, constants, false);
    }

    /** A day. Which days matter, the rules say when they compare it. */
    public static Fact<LocalDate> date(String path) {
        return new Fact<>(path, List.of(), false, LocalDate.class, false);
    }

    /** A whole number of things. Which numbers matter, the rules say when they compare it. */
    public static Fact<Integer> count(String path) {
        return new Fact<>(path, List.of(), false, Integer.class, false);
    }

    /** A list of constants, dates or codes of ours, which is not kept to be read again. */
    public static <T> Fact<List<T>> list(String path) {
        return new Fact<>(path, List.of(), false, null, true);
    }

    /**
     * A list of constants, dates or codes of ours.
     *
     * @param element what is in it
     */
    public static <T> Fact<List<T>> list(String path, Class<T> element) {
        return new Fact<>(path, List.of(), false, element, true);
    }

    /**
     * Open text. It is never repeated: not in an answer, a trace, an error or a log.
     *
     * @param codes the texts that mean something to the rules; those alone are repeated
     */
    public static Fact<String> text(String path, String... codes) {
        return new Fact<>(path, List.of(codes), true, String.class, false);
    }

    /** A fact of a structure of its own, with open text in it, which is not kept to be read again. */
    public static <T> Fact<T> structure(String path) {
        return new Fact<>(path, List.of(), true, null, false);
    }

    /**
     * A list of structures with open text in them.
     *
     * @param element what is in it
     */
    public static <T> Fact<List<T>> structures(String path, Class<T> element) {
        return new Fact<>(path, List.of(), true, element, true);
    }

    /** Whether it may hold text that is never repeated. */
    public boolean isOpen() {
        return open;
    }

    /** What a value is, or its elements are. */
    @Nullable
    Class<?> type() {
        return type;
    }

    /** Whether a value is a list. */
    boolean isSeveral() {
        return several;
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
