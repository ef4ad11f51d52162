package ca.balise.deid.cells.model;

import java.util.regex.Pattern;

/**
 * Telephone number of the North American Numbering Plan. Written with separators, or with +1, the shape is enough. Ten digits alone
 * could be any number: they count only if area code and exchange are ones that the plan allows ([2-9], then not 9 in the middle of an
 * area code, and not 11 at the end of an exchange).
 */
final class TelephoneNumber {

    private static final Pattern SEPARATED =
            Pattern.compile("(?:\\+?1[ .-]?)?(?:\\([2-9][0-9]{2}\\)[ .-]?|[2-9][0-9]{2}[ .-])[0-9]{3}[ .-][0-9]{4}"
                    + "(?: ?(?:x|ext\\.?|poste) ?[0-9]{1,6})?");
    private static final Pattern INTERNATIONAL = Pattern.compile("\\+1 ?[2-9][0-9]{9}");

    private TelephoneNumber() {}

    static boolean isWritten(FieldText value) {
        return SEPARATED.matcher(value.text()).matches()
                || INTERNATIONAL.matcher(value.text()).matches();
    }

    static boolean isDigits(FieldText value) {
        return value.digit(0) >= 2
                && value.digit(1) != 9
                && value.digit(3) >= 2
                && !(value.digit(4) == 1 && value.digit(5) == 1);
    }
}
