package ca.balise.deid.cells.model;

import java.util.regex.Pattern;

/**
 * Canadian social insurance number: nine digits, in groups of three with one kind of separator or none, with a valid check digit
 * (Luhn's algorithm, ISO/IEC 7812-1), not starting with 0 or 8, which are not issued.
 */
final class SocialInsuranceNumber {

    private static final Pattern SHAPE = Pattern.compile("[1-79][0-9]{2}([ -]?)[0-9]{3}\\1[0-9]{3}");

    private SocialInsuranceNumber() {}

    static boolean matches(String value) {
        return value.length() <= 11 && SHAPE.matcher(value).matches() && hasCheckDigit(value);
    }

    private static boolean hasCheckDigit(String value) {
        int sum = 0;
        int position = 0;
        for (int i = 0; i < value.length(); i++) {
            int digit = value.charAt(i) - '0';
            if (digit >= 0 && digit <= 9) {
                int weighted = position++ % 2 == 0 ? digit : 2 * digit;
                sum += weighted > 9 ? weighted - 9 : weighted;
            }
        }
        return sum % 10 == 0;
    }
}
