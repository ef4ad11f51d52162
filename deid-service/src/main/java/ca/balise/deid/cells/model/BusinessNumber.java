package ca.balise.deid.cells.model;

/**
 * Business number of the Canada Revenue Agency with a program account: nine digits that pass Luhn's algorithm, two letters of a
 * program, and four digits. It may be that of a person in business. Nine digits alone are told where the column's name says so.
 */
final class BusinessNumber {

    private BusinessNumber() {}

    static boolean matches(FieldText value) {
        return isAccount(value) && passesLuhn(value);
    }

    static boolean isWritten(FieldText value) {
        return value.fits("999_999_999") || isAccount(value);
    }

    private static boolean isAccount(FieldText value) {
        return (value.fits("999999999_AA9999") || value.fits("999999999_AA_9999") || value.fits("999_999_999_AA_9999"))
                && isProgram(value);
    }

    /** Luhn's algorithm over the first nine of thirteen digits. */
    private static boolean passesLuhn(FieldText value) {
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            int weighted = i % 2 == 0 ? value.digit(i) : 2 * value.digit(i);
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10 == 0;
    }

    private static boolean isProgram(FieldText value) {
        int place = 0;
        while (!value.isLetter(place)) {
            place++;
        }
        int first = value.at(place) & ~0x20;
        int second = value.at(place + 1) & ~0x20;
        return first == 'R' && "CDEGMNPRTZ".indexOf(second) >= 0;
    }
}
