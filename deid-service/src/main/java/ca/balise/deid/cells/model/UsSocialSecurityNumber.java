package ca.balise.deid.cells.model;

/**
 * Social security number of the United States, which many files on people who worked on both sides of the border hold: AAA-GG-SSSS
 * with its separators, which no Canadian number has; never area 000, 666 or 900 to 999, group 00 or serial number 0000 (Social
 * Security Administration, "Social Security Number Randomization"). Nine digits alone are any number.
 */
final class UsSocialSecurityNumber {

    private static final String TEMPLATE = "999_99_9999";

    private UsSocialSecurityNumber() {}

    static boolean matches(FieldText value) {
        int area = value.number(0, 3);
        return area != 0
                && area != 666
                && area < 900
                && value.number(3, 2) != 0
                && value.number(5, 4) != 0
                && value.fits(TEMPLATE);
    }
}
