package ca.balise.deid.cells.model;

import java.util.function.Predicate;

/**
 * Kinds of identifiers that values can be told to be. A kind is decided for a column by the share of its values that match, not by one
 * value: a nine-digit number passes the check digit of a social insurance number once in ten times by chance.
 *
 * <p>What a value alone tells is one pattern; some kinds have a wider one besides, for columns whose {@link ColumnName name} says what
 * they hold. Two kinds are told from a column as a whole: names ({@link NameTally}) and dates of birth ({@link BirthYears}).
 *
 * <p>A new kind is a constant here and a class beside {@link SocialInsuranceNumber} with its table of accepted and refused values.
 */
@SuppressWarnings("ImmutableEnumChecker") // shapes hold numbers alone, and patterns are references to static methods
public enum IdentifierKind {
    /** Nine digits of any kind pass where the first is neither 0 nor 8 and the check digit fits: 8/10 of 1/10. */
    SOCIAL_INSURANCE_NUMBER(
            Directness.DIRECT,
            0.08,
            Shape.of(9, 11).digits(9, 9).letters(0).marks(FieldText.SPACE | FieldText.HYPHEN),
            SocialInsuranceNumber::matches,
            Shape.of(9, 11).digits(9, 9).letters(0).marks(FieldText.SPACE | FieldText.HYPHEN),
            SocialInsuranceNumber::isWritten),
    /**
     * Of ten digits starting with 9, a tenth passes for Ontario, and 9/11 of a tenth for British Columbia: 0.1 + 0.9 × 0.082. Of nine, an
     * eleventh passes for Saskatchewan, and of four letters and eight digits 0.07 hold a date.
     */
    HEALTH_NUMBER(
            Directness.DIRECT,
            0.18,
            Shape.of(9, 15).digits(8, 10).letters(4).marks(FieldText.SPACE | FieldText.HYPHEN),
            HealthNumber::matches,
            Shape.of(8, 16).digits(7, 12).letters(4).marks(FieldText.SPACE | FieldText.HYPHEN),
            HealthNumber::isWritten),
    PASSPORT(
            Directness.DIRECT,
            0,
            Shape.of(9, 9).digits(6, 6).letters(3).marks(0),
            Passport::matches,
            Shape.of(8, 9).digits(6, 6).letters(3).marks(FieldText.SPACE | FieldText.HYPHEN),
            Passport::isWritten),
    /** A tenth of nine digits passes the check digit. */
    BUSINESS_NUMBER(
            Directness.DIRECT,
            0.1,
            Shape.of(15, 19).digits(13, 13).letters(2).marks(FieldText.SPACE | FieldText.HYPHEN),
            BusinessNumber::matches,
            Shape.of(9, 19).digits(9, 13).letters(2).marks(FieldText.SPACE | FieldText.HYPHEN),
            BusinessNumber::isWritten),
    /** Never told from a value alone. */
    LICENCE_PLATE(
            Directness.DIRECT,
            0,
            Shape.NONE,
            value -> false,
            Shape.of(5, 8).digits(2, 6).letters(4).marks(FieldText.SPACE | FieldText.HYPHEN),
            LicencePlate::isWritten),
    /** A tenth of the numbers that start as those of an issuer passes the check digit. */
    BANK_CARD(
            Directness.DIRECT,
            0.1,
            Shape.of(14, 23).digits(14, 19).letters(0).marks(FieldText.SPACE | FieldText.HYPHEN),
            BankCard::matches,
            Shape.of(13, 25).digits(13, 19).letters(0).marks(FieldText.SPACE | FieldText.HYPHEN),
            BankCard::isWritten),
    EMAIL(
            Directness.DIRECT,
            0,
            // 254 characters at most (RFC 5321).
            Shape.of(6, 254).anyLetters().with(FieldText.AT),
            EmailAddress::matches),
    /** Written as a telephone number is: with separators, or with +1. */
    TELEPHONE(
            Directness.DIRECT,
            0,
            Shape.of(11, 32)
                    .digits(10, 17)
                    .letters(5)
                    .marks(FieldText.SPACE | FieldText.HYPHEN | FieldText.DOT | FieldText.PARENTHESIS | FieldText.PLUS),
            TelephoneNumber::isWritten,
            Shape.of(7, 32)
                    .digits(7, 20)
                    .letters(5)
                    .marks(FieldText.SPACE
                            | FieldText.HYPHEN
                            | FieldText.DOT
                            | FieldText.SLASH
                            | FieldText.PARENTHESIS
                            | FieldText.PLUS),
            value -> true),
    /** Ten digits that could be dialled; of all ten-digit numbers 8/10 × 9/10 × 8/10 × 99/100 could, with a first digit of at least 1. */
    TELEPHONE_DIGITS(Directness.DIRECT, 0.63, Shape.of(10, 10).digits(10, 10), TelephoneNumber::isDigits),
    IP_ADDRESS(
            Directness.DIRECT,
            0,
            Shape.of(2, 45).letters(32).marks(FieldText.DOT | FieldText.COLON).with(FieldText.DOT | FieldText.COLON),
            IpAddress::matches),
    URL(Directness.DIRECT, 0, Shape.of(7, FieldText.LONGEST).anyLetters().with(FieldText.DOT), WebAddress::matches),
    ACCOUNT_HANDLE(
            Directness.DIRECT,
            0,
            Shape.of(2, FieldText.LONGEST).anyLetters().with(FieldText.AT | FieldText.SLASH),
            AccountHandle::matches,
            Shape.of(2, FieldText.LONGEST).anyLetters(),
            AccountHandle::isWritten),
    US_SOCIAL_SECURITY_NUMBER(
            Directness.DIRECT,
            0,
            Shape.of(11, 11).digits(9, 9).letters(0).marks(FieldText.SPACE | FieldText.HYPHEN),
            UsSocialSecurityNumber::matches),
    /** Told from the whole column; of one value, that it is a full name. */
    PERSONAL_NAME(
            Directness.DIRECT,
            0,
            Shape.NAME,
            value -> new PersonalName().form(value) == PersonalName.Form.FULL,
            Shape.NAME,
            value -> value.length() > 1),
    POSTAL_CODE(
            Directness.INDIRECT,
            0,
            Shape.of(6, 7).digits(3, 3).letters(3).marks(FieldText.SPACE | FieldText.HYPHEN),
            PostalCode::matches),
    /** Told from the whole column; of one value, that it is a full date. */
    DATE_OF_BIRTH(Directness.INDIRECT, FullDate.CHANCE, Shape.DATE, FullDate::matches, Shape.DATE, FullDate::matches),
    /** Of eight digits, 200 years of 365 days among 10^8 numbers are a date; a date with separators is none by chance. */
    FULL_DATE(Directness.INDIRECT, FullDate.CHANCE, Shape.DATE, FullDate::matches);

    /** Whether a value leads to a person alone (§5.1.1 of the notice) or only with others (§5.1.2). */
    public enum Directness {
        DIRECT,
        INDIRECT
    }

    private final Directness directness;
    private final double chance;
    private final Shape shape;
    private final Shape namedShape;

    private final Predicate<FieldText> pattern;
    private final Predicate<FieldText> namedPattern;

    IdentifierKind(Directness directness, double chance, Shape shape, Predicate<FieldText> pattern) {
        this(directness, chance, shape, pattern, Shape.NONE, value -> false);
    }

    IdentifierKind(
            Directness directness,
            double chance,
            Shape shape,
            Predicate<FieldText> pattern,
            Shape namedShape,
            Predicate<FieldText> namedPattern) {
        this.directness = directness;
        this.chance = chance;
        this.shape = shape;
        this.pattern = pattern;
        this.namedShape = namedShape;
        this.namedPattern = namedPattern;
    }

    public Directness directness() {
        return directness;
    }

    /** The share of numbers of the same length, drawn at random, that match; a column of them is none of this kind. */
    public double chance() {
        return chance;
    }

    /** Whether a value has the form of this kind; white space around it does not matter. */
    public boolean matches(String value) {
        FieldText text = new FieldText();
        return text.read(value) && matches(text);
    }

    /** Whether a value has a form of this kind that counts where the column's name says so. */
    public boolean matchesNamed(String value) {
        FieldText text = new FieldText();
        return text.read(value) && matchesNamed(text);
    }

    boolean matches(FieldText value) {
        return shape.has(value) && pattern.test(value);
    }

    boolean matchesNamed(FieldText value) {
        return namedShape.has(value) && namedPattern.test(value);
    }

    /** Whether the whole column tells, and not its values one by one. */
    boolean isOfColumns() {
        return this == PERSONAL_NAME || this == DATE_OF_BIRTH;
    }
}
