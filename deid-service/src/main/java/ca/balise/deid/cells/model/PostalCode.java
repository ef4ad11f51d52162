package ca.balise.deid.cells.model;

/**
 * Canadian postal code, whole: A1A 1A1, with a space, a hyphen or nothing between. D, F, I, O, Q and U are never used, nor W and Z at
 * the start (Canada Post, Addressing Guidelines). The first half alone, a forward sortation area, is not one: some thousand households
 * share it, and three characters are any code.
 */
final class PostalCode {

    private static final String TEMPLATE = "A9A_9A9";
    private static final String NEVER = "DFIOQU";
    private static final String NEVER_FIRST = "WZ";

    private PostalCode() {}

    static boolean matches(FieldText value) {
        return value.fits(TEMPLATE)
                && NEVER_FIRST.indexOf(letter(value, 0)) < 0
                && isUsed(value, 0)
                && isUsed(value, 2)
                && isUsed(value, value.length() - 2);
    }

    private static boolean isUsed(FieldText value, int place) {
        return NEVER.indexOf(letter(value, place)) < 0;
    }

    private static int letter(FieldText value, int place) {
        return value.at(place) & ~0x20;
    }
}
