package ca.balise.deid.cells.model;

import java.util.function.Predicate;

/**
 * Kinds of identifiers that can be told from a value alone. A kind is decided for a column by the share of its values that match, not
 * by one value: a nine-digit number passes the check digit of a social insurance number once in ten times by chance.
 *
 * <p>A new kind is a constant here and a class beside {@link SocialInsuranceNumber} with its table of accepted and refused values.
 * What no value shows alone is not a kind: that a date is one of birth.
 */
public enum IdentifierKind {
    /** Nine digits of any kind pass where the first is neither 0 nor 8 and the check digit fits: 8/10 of 1/10. */
    SOCIAL_INSURANCE_NUMBER(Directness.DIRECT, 0.08, SocialInsuranceNumber::matches),
    EMAIL(Directness.DIRECT, 0, EmailAddress::matches),
    /** Written as a telephone number is: with separators, or with +1. */
    TELEPHONE(Directness.DIRECT, 0, TelephoneNumber::isWritten),
    /** Ten digits that could be dialled; of all ten-digit numbers 8/10 × 9/10 × 8/10 × 99/100 could, with a first digit of at least 1. */
    TELEPHONE_DIGITS(Directness.DIRECT, 0.63, TelephoneNumber::isDigits),
    IP_ADDRESS(Directness.DIRECT, 0, IpAddress::matches),
    POSTAL_CODE(Directness.INDIRECT, 0, PostalCode::matches),
    FULL_DATE(Directness.INDIRECT, 0, FullDate::matches);

    /** Whether a value leads to a person alone (§5.1.1 of the notice) or only with others (§5.1.2). */
    public enum Directness {
        DIRECT,
        INDIRECT
    }

    /** Longer values are none of these kinds; an address of e-mail, the longest, has at most 254 characters (RFC 5321). */
    private static final int LONGEST = 254;

    private final Directness directness;
    private final double chance;

    @SuppressWarnings("ImmutableEnumChecker") // the patterns are references to static methods
    private final Predicate<String> pattern;

    IdentifierKind(Directness directness, double chance, Predicate<String> pattern) {
        this.directness = directness;
        this.chance = chance;
        this.pattern = pattern;
    }

    public Directness directness() {
        return directness;
    }

    /** The share of numbers of the same length, drawn at random, that match; a column of them is none of this kind. */
    public double chance() {
        return chance;
    }

    /** Whether a value is of this kind; white space around it does not matter. */
    public boolean matches(String value) {
        String stripped = value.strip();
        return !stripped.isEmpty() && stripped.length() <= LONGEST && pattern.test(stripped);
    }
}
