package ca.balise.social.exchange;

import java.util.regex.Pattern;

/**
 * A cell that a spreadsheet shows and does not run. One that begins with {@code =}, {@code +}, {@code -}, {@code @}, a tab or a
 * carriage return would be taken for a formula: an apostrophe before it says that it is text, and reading takes it away again. A text
 * that itself begins with apostrophes and one of these gets one more, so that every text comes back as it was.
 *
 * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">OWASP, CSV Injection</a>
 */
final class SafeCell {

    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\\t\\r].*", Pattern.DOTALL);
    private static final Pattern MARKED = Pattern.compile("'+[=+\\-@\\t\\r].*", Pattern.DOTALL);

    private SafeCell() {}

    static String write(String text) {
        return FORMULA.matcher(text).matches() ? "'" + text : text;
    }

    static String read(String cell) {
        return MARKED.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
