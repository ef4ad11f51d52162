package ca.balise.deid.cells.model;

import java.util.regex.Pattern;

/**
 * Address of e-mail as people write it: the dot-atom form of RFC 5322 at a domain name of two labels or more, letters of any script
 * allowed (RFC 6531). Quoted local parts and domain literals are left out.
 */
final class EmailAddress {

    private static final String ATOM = "[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+";
    private static final String LABEL = "[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?";
    private static final Pattern SHAPE = Pattern.compile(
            "(?=[^@]{1,64}@)" + ATOM + "(?:\\." + ATOM + ")*+@(?:" + LABEL + "\\.)+" + "(?=[^0-9]*$)" + LABEL);

    private EmailAddress() {}

    /** Only of a value with an at sign in it, which few are that are no address. */
    static boolean matches(FieldText value) {
        return value.at(0) != '@' && SHAPE.matcher(value.text()).matches();
    }
}
