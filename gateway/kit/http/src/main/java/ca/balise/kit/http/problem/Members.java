package ca.balise.kit.http.problem;

import ca.balise.kit.http.language.Messages;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The members of a request as they are read, and everything that is wrong with them, so that a caller hears of it at once. A member
 * at fault is read as an empty one; nothing is done with what was read before {@link #throwIfAny}.
 *
 * <p>Codes that any request can earn ({@code REQUIRED}, {@code TOO_LONG}, {@code TOO_MANY}, {@code NOT_TEXT},
 * {@code NOT_PLAIN_TEXT}, {@code NOT_A_CODE}, {@code OUT_OF_RANGE}) have their texts here; those of one use case stand in its own bundles.
 */
public final class Members {

    /** What a code looks like, such as that of an institution. */
    public static final String CODE_PATTERN = "[A-Z0-9][A-Z0-9_-]{0,31}";

    private static final Messages COMMON = Messages.of(Members.class);
    private static final Pattern CODE = Pattern.compile(Members.CODE_PATTERN);

    private final ProblemType type;
    private final Messages own;
    private final String at;

    /** Made by the first fault: most requests have none, and the texts of a problem cost more than reading them. */
    private @Nullable ProblemException problem;

    /**
     * Begins to read.
     *
     * @param type the problem to throw if a member is at fault
     * @param useCase whose bundles hold the texts of its own codes
     * @param at JSON pointer of what is read in what the caller sent; empty where it is the whole
     */
    public Members(ProblemType type, Class<?> useCase, String at) {
        this.type = type;
        this.own = Messages.of(useCase);
        this.at = at;
    }

    /** A fault of the use case's own kind. */
    public void fault(String pointer, String code, Object... figures) {
        problem().at(at + pointer, code, own.text(code, figures));
    }

    /** The member, whose absence is a fault. */
    public <T> @Nullable T required(String pointer, @Nullable T member) {
        if (member == null) {
            common(pointer, "REQUIRED");
        }
        return member;
    }

    /** A text that must be there, on one line, of at most so many characters; stripped. */
    public String text(String pointer, @Nullable String text, int limit) {
        if (text == null || text.isBlank()) {
            common(pointer, "REQUIRED");
        } else if (text.length() > limit) {
            common(pointer, "TOO_LONG", limit);
        } else if (!isPlain(text)) {
            common(pointer, "NOT_PLAIN_TEXT");
        } else {
            return text.strip();
        }
        return "";
    }

    /** A code that must be there, such as that of an institution. */
    public String code(String pointer, @Nullable String code) {
        if (code == null || code.isBlank()) {
            common(pointer, "REQUIRED");
        } else if (!CODE.matcher(code).matches()) {
            common(pointer, "NOT_A_CODE");
        } else {
            return code;
        }
        return "";
    }

    /** A text that need not be on one line; too long, or no text at all, it is a fault. */
    public void shortEnough(String pointer, String text, int limit) {
        if (text.length() > limit) {
            common(pointer, "TOO_LONG", limit);
        } else if (!isText(text)) {
            common(pointer, "NOT_TEXT");
        }
    }

    /** Whether there are at most so many; more is a fault. */
    public boolean atMost(String pointer, int count, int limit) {
        if (count > limit) {
            common(pointer, "TOO_MANY", limit);
        }
        return count <= limit;
    }

    /** A whole number from one bound to the other, both included; outside them it is a fault, absent it is none. */
    public void within(String pointer, @Nullable Integer number, int least, int most) {
        if (number != null && (number < least || number > most)) {
            common(pointer, "OUT_OF_RANGE", least, most);
        }
    }

    /** Whether nothing was wrong so far. */
    public boolean areSound() {
        return problem == null || problem.violations().isEmpty();
    }

    /** The problem with every fault found. */
    public ProblemException problem() {
        ProblemException made = problem;
        if (made == null) {
            made = new ProblemException(type);
            problem = made;
        }
        return made;
    }

    /**
     * Ends the reading.
     *
     * @throws ProblemException with a violation for each member at fault
     */
    public void throwIfAny() {
        if (!areSound()) {
            throw problem();
        }
    }

    private void common(String pointer, String code, Object... figures) {
        problem().at(at + pointer, code, COMMON.text(code, figures));
    }

    private static boolean isPlain(String text) {
        return isText(text) && text.chars().noneMatch(Character::isISOControl);
    }

    /** A lone surrogate is no character, and PostgreSQL keeps no NUL. */
    private static boolean isText(String text) {
        return text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
