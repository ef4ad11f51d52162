package ca.balise.deid.cells.model;

import java.util.regex.Pattern;

/**
 * Canadian postal code, whole: A1A 1A1, with a space, a hyphen or nothing between. D, F, I, O, Q and U are never used, nor W and Z at
 * the start (Canada Post, Addressing Guidelines). The first half alone, a forward sortation area, is not one.
 */
final class PostalCode {

    private static final Pattern SHAPE = Pattern.compile(
            "[ABCEGHJ-NPRSTVXY][0-9][ABCEGHJ-NPRSTV-Z][ -]?[0-9][ABCEGHJ-NPRSTV-Z][0-9]", Pattern.CASE_INSENSITIVE);

    private PostalCode() {}

    static boolean matches(String value) {
        return value.length() <= 7 && SHAPE.matcher(value).matches();
    }
}
