package ca.balise.deid.cells.model;

/** Which values say nothing: the empty one, and the asterisk that stands for a value suppressed alone. */
final class MissingValue {

    private MissingValue() {}

    static boolean is(String value) {
        return value.isEmpty() || value.equals("*");
    }

    /** Whether each code of a quasi-identifier is of a missing value. */
    static boolean[] codes(Dictionary dictionary) {
        boolean[] missing = new boolean[dictionary.size()];
        for (int code = 0; code < missing.length; code++) {
            missing[code] = is(dictionary.value(code));
        }
        return missing;
    }
}
