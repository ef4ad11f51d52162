package ca.balise.deid.cells.model;

/**
 * Number of a provincial or territorial health insurance plan. Told from the value alone are those with a check digit or a birth date
 * in them:
 *
 * <ul>
 *   <li>Québec: four letters and eight digits, of which the first six are the birth date, with 50 added to the month for women (Régie
 *       de l'assurance maladie du Québec);
 *   <li>Ontario: ten digits that pass Luhn's algorithm, not starting with 0, with one or two letters of a version or none (Ministry of
 *       Health, "Technical Specifications: Interface to Health Care Systems", MOD 10);
 *   <li>British Columbia: ten digits starting with 9, the last one a check digit modulo 11 (Ministry of Health, "Professional and
 *       Software Conformance Standards", PHN check digit routine);
 *   <li>Saskatchewan: nine digits whose weighted sum, 9 to 1, is a multiple of 11.
 * </ul>
 *
 * <p>The others are numbers of 8 (Prince Edward Island), 9 (Alberta, Manitoba, New Brunswick, Nunavut, Yukon), 10 (Nova Scotia) or 12
 * digits (Newfoundland and Labrador), or a letter and 7 digits (Northwest Territories) without a published check: any account number
 * looks like them. They are told where the column's name says what they are.
 */
final class HealthNumber {

    private static final String QUEBEC = "AAAA_9999_9999";
    private static final String TEN = "9999999999";
    private static final String TEN_WRITTEN = "9999_999_999";
    private static final String NINE_WRITTEN = "999_999_999";
    private static final String NORTHWEST = "A9999999";
    private static final int[] BRITISH_COLUMBIA = {2, 4, 8, 5, 10, 9, 7, 3};
    private static final int WOMEN = 50;

    private HealthNumber() {}

    static boolean matches(FieldText value) {
        return switch (value.digits()) {
            case 8 -> value.letters() == 4 && value.fits(QUEBEC) && hasBirthDate(value);
            case 9 -> value.letters() == 0 && value.fits(NINE_WRITTEN) && isSaskatchewan(value);
            case 10 -> isOntario(value) || (value.letters() == 0 && isBritishColumbia(value));
            default -> false;
        };
    }

    /** Any number that could be one of some province: what a column says it holds. */
    static boolean isWritten(FieldText value) {
        return switch (value.digits()) {
            case 7 -> value.fits(NORTHWEST);
            case 8 -> value.letters() == 0 || (value.letters() == 4 && value.fits(QUEBEC));
            case 9, 12 -> value.letters() == 0;
            case 10 -> value.letters() <= 2;
            default -> false;
        };
    }

    private static boolean hasBirthDate(FieldText value) {
        int month = value.number(2, 2);
        return FullDate.exists(2000, month > WOMEN ? month - WOMEN : month, value.number(4, 2));
    }

    private static boolean isOntario(FieldText value) {
        return value.digit(0) != 0 && value.passesLuhn() && isTenWritten(value);
    }

    private static boolean isTenWritten(FieldText value) {
        return switch (value.letters()) {
            case 0 -> value.fits(TEN) || value.fits(TEN_WRITTEN);
            case 1 -> value.fits("9999_999_999_A") || value.fits("9999999999_A");
            case 2 -> value.fits("9999_999_999_AA") || value.fits("9999999999_AA");
            default -> false;
        };
    }

    private static boolean isBritishColumbia(FieldText value) {
        if (value.digit(0) != 9) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < BRITISH_COLUMBIA.length; i++) {
            sum += BRITISH_COLUMBIA[i] * value.digit(i + 1);
        }
        // A check digit of 10 or 11 is not issued.
        return 11 - sum % 11 == value.digit(9) && isTenWritten(value);
    }

    private static boolean isSaskatchewan(FieldText value) {
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            sum += (9 - i) * value.digit(i);
        }
        return sum % 11 == 0;
    }
}
