package ca.balise.deid.cells.model;

/**
 * Licence plate of a province or territory. Their forms are those of course codes, flights and part numbers, so that no value alone is
 * told from noise; a column whose name says plate is one.
 */
final class LicencePlate {

    private static final String[] TEMPLATES = {
        // Ontario; British Columbia, Manitoba, New Brunswick, Newfoundland and Labrador, Nova Scotia; Saskatchewan;
        // Québec
        "AAAA_999",
        "AAA_999",
        "999_AAA",
        "A99_AAA",
        // Alberta; British Columbia; Yukon; Prince Edward Island
        "AAA_9999",
        "AA9_99A",
        "AAA_99",
        "99_99AA",
        "9999_AA",
        "AA_999",
        // Northwest Territories and Nunavut; trucks in Québec
        "999999",
        "999_999",
        "A999999"
    };

    private LicencePlate() {}

    static boolean isWritten(FieldText value) {
        for (String template : TEMPLATES) {
            if (value.fits(template)) {
                return true;
            }
        }
        return false;
    }
}
