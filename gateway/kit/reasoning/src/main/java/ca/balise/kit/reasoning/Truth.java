package ca.balise.kit.reasoning;

import org.jspecify.annotations.Nullable;

/**
 * Kleene's strong three-valued logic. A conclusion that depends on {@link #UNKNOWN} is not drawn; an unknown fact is never
 * treated as false, and never as safe.
 *
 * <p>Source: S. C. Kleene, <i>Introduction to Metamathematics</i> (1952), §64.
 */
public enum Truth {
    FALSE,
    UNKNOWN,
    TRUE;

    /** The truth of a fact as it stands on the wire: {@code null} or absent is unknown. */
    public static Truth of(@Nullable Boolean fact) {
        if (fact == null) {
            return UNKNOWN;
        }
        return fact ? TRUE : FALSE;
    }

    /** The fact as it stands on the wire and in a table: unknown is {@code null}. */
    public @Nullable Boolean toBoolean() {
        return switch (this) {
            case TRUE -> Boolean.TRUE;
            case FALSE -> Boolean.FALSE;
            case UNKNOWN -> null;
        };
    }

    /** Conjunction: false as soon as one side is false, whatever the other. */
    public Truth and(Truth other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** Disjunction: true as soon as one side is true, whatever the other. */
    public Truth or(Truth other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** Negation; the negation of unknown is unknown. */
    public Truth not() {
        return switch (this) {
            case TRUE -> FALSE;
            case FALSE -> TRUE;
            case UNKNOWN -> UNKNOWN;
        };
    }

    public boolean isTrue() {
        return this == TRUE;
    }

    public boolean isFalse() {
        return this == FALSE;
    }

    public boolean isUnknown() {
        return this == UNKNOWN;
    }
}
