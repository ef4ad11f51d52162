package ca.balise.deid.cells.model;

/**
 * Number of a Canadian passport: a letter, six digits and two letters since 2023, two letters and six digits before (Immigration,
 * Refugees and Citizenship Canada). The older form is that of many file numbers; it counts where the column's name says what it is.
 */
final class Passport {

    private Passport() {}

    static boolean matches(FieldText value) {
        return value.fits("A999999AA");
    }

    static boolean isWritten(FieldText value) {
        return value.fits("AA_999999") || matches(value);
    }
}
