package ca.balise.deid.cells.model;

/**
 * Number of a payment card: 14 to 19 digits that pass Luhn's algorithm, whose first ones are of an issuer (ISO/IEC 7812-1), together
 * or in the groups that are printed: Visa, Mastercard, American Express, Discover, Diners Club, JCB, UnionPay.
 */
final class BankCard {

    private BankCard() {}

    static boolean matches(FieldText value) {
        return isIssued(value) && value.passesLuhn() && isGrouped(value);
    }

    /** So many digits, whoever issued them. */
    static boolean isWritten(FieldText value) {
        return value.letters() == 0;
    }

    private static boolean isIssued(FieldText value) {
        int digits = value.digits();
        int four = value.number(0, 4);
        int two = four / 100;
        return switch (four / 1000) {
            case 4 -> digits == 16 || digits == 19;
            case 2 -> digits == 16 && four >= 2221 && four <= 2720;
            case 5 -> digits == 16 && two >= 51 && two <= 55;
            case 3 -> isOfThree(digits, four, two);
            case 6 ->
                (digits == 16 && (four == 6011 || two == 65 || (four >= 6440 && four <= 6499)))
                        || (digits >= 16 && two == 62);
            default -> false;
        };
    }

    private static boolean isOfThree(int digits, int four, int two) {
        return switch (digits) {
            case 14 -> two == 36 || two == 38 || (four >= 3000 && four <= 3059);
            case 15 -> two == 34 || two == 37;
            case 16 -> four >= 3528 && four <= 3589;
            default -> false;
        };
    }

    private static boolean isGrouped(FieldText value) {
        return value.marks() == 0
                || value.fits("9999_9999_9999_9999")
                || value.fits("9999_999999_99999")
                || value.fits("9999_999999_9999")
                || value.fits("9999_9999_9999_9999_999");
    }
}
