package ca.balise.deid.cells.model;

/**
 * Canadian social insurance number: nine digits, in groups of three with one kind of separator or none, with a valid check digit
 * (Luhn's algorithm, ISO/IEC 7812-1), not starting with 0 or 8, which are not issued.
 */
final class SocialInsuranceNumber {

    private static final String TEMPLATE = "999_999_999";

    private SocialInsuranceNumber() {}

    static boolean matches(FieldText value) {
        int first = value.digit(0);
        return first != 0 && first != 8 && value.passesLuhn() && isWritten(value);
    }

    /** Nine digits written as one, whatever they are: one with a mistake in it, or made up. */
    static boolean isWritten(FieldText value) {
        return value.fits(TEMPLATE);
    }
}
