package ca.balise.deid.cells.model;

/**
 * One value, read once for all kinds of identifiers: its characters without white space around, and how many there are of which class.
 * Most values are told from most kinds by these counts alone. Reused from value to value; not for several threads.
 *
 * <p>Hyphens, apostrophes and blanks that only look different are made the same, as they are by whoever reads the value.
 */
final class FieldText {

    static final int SPACE = 1;
    static final int HYPHEN = 1 << 1;
    static final int DOT = 1 << 2;
    static final int SLASH = 1 << 3;
    static final int COLON = 1 << 4;
    static final int AT = 1 << 5;
    static final int PARENTHESIS = 1 << 6;
    static final int PLUS = 1 << 7;
    static final int COMMA = 1 << 8;
    static final int APOSTROPHE = 1 << 9;
    static final int UNDERSCORE = 1 << 10;
    static final int OTHER = 1 << 11;
    static final int ANY = -1;

    /** Longer values are of no kind; an address on the web is seldom longer. */
    static final int LONGEST = 2048;

    private static final int NUL = 0;
    private static final int DIGIT = -1;
    private static final int LETTER = -2;
    private static final int[] CLASSES = classes();

    private final char[] chars = new char[LONGEST];
    private final byte[] numerals = new byte[LONGEST];
    private int length;
    private int digits;
    private int letters;
    private int foreignLetters;
    private int marks;
    private String text = "";

    private static int[] classes() {
        int[] classes = new int[128];
        for (int c = 0; c < classes.length; c++) {
            classes[c] = OTHER;
        }
        for (int c = '0'; c <= '9'; c++) {
            classes[c] = DIGIT;
        }
        for (int c = 'a'; c <= 'z'; c++) {
            classes[c] = LETTER;
            classes[c - 'a' + 'A'] = LETTER;
        }
        String marks = " -./:@()+,'_";
        int[] bits = {
            SPACE, HYPHEN, DOT, SLASH, COLON, AT, PARENTHESIS, PARENTHESIS, PLUS, COMMA, APOSTROPHE, UNDERSCORE
        };
        for (int i = 0; i < bits.length; i++) {
            classes[marks.charAt(i)] = bits[i];
        }
        return classes;
    }

    /**
     * Reads a value in place of the last.
     *
     * @return whether it can be of any kind: it is neither empty nor too long
     */
    boolean read(String value) {
        int from = 0;
        int to = value.length();
        while (from < to && isBlank(value.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(value.charAt(to - 1))) {
            to--;
        }
        length = to - from;
        if (length == 0 || length > LONGEST) {
            length = 0;
            return false;
        }
        text = length == value.length() ? value : value.substring(from, to);
        count();
        return true;
    }

    private static boolean isBlank(char c) {
        return c <= ' ' || (c >= 0x80 && (Character.isWhitespace(c) || Character.isSpaceChar(c)));
    }

    private void count() {
        digits = 0;
        letters = 0;
        foreignLetters = 0;
        marks = 0;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                c = plain(c);
            }
            chars[i] = c;
            if (c >= 0x80) {
                foreign(c);
                continue;
            }
            int kind = CLASSES[c];
            if (kind == DIGIT) {
                numerals[digits++] = (byte) (c - '0');
            } else if (kind == LETTER) {
                letters++;
            } else {
                marks |= kind;
            }
        }
    }

    private void foreign(char c) {
        if (Character.isLetter(c) || Character.isSurrogate(c) || isCombining(c)) {
            foreignLetters++;
        } else {
            marks |= OTHER;
        }
    }

    private static boolean isCombining(char c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static char plain(char c) {
        return switch (c) {
            case '\u00a0', '\u2007', '\u2009', '\u202f' -> ' ';
            case '\u2010', '\u2011', '\u2012', '\u2013', '\u2212' -> '-';
            case '\u2018', '\u2019', '\u02bc' -> '\'';
            default -> c;
        };
    }

    /** The value, without white space around. */
    String text() {
        return text;
    }

    int length() {
        return length;
    }

    /** The character at a place, NUL past the end. */
    char at(int place) {
        return place < length ? chars[place] : NUL;
    }

    /** How many digits from 0 to 9 there are. */
    int digits() {
        return digits;
    }

    /** The n-th digit, from 0. */
    int digit(int n) {
        return numerals[n];
    }

    /** How many letters from A to Z there are, of either case. */
    int letters() {
        return letters;
    }

    /** How many letters there are of any other kind, and what is written with them. */
    int foreignLetters() {
        return foreignLetters;
    }

    /** The other characters that occur. */
    int marks() {
        return marks;
    }

    boolean isDigit(int place) {
        char c = at(place);
        return c >= '0' && c <= '9';
    }

    boolean isLetter(int place) {
        int c = at(place) | 0x20;
        return c >= 'a' && c <= 'z';
    }

    /**
     * Whether the value has the shape of a template: {@code A} a letter, {@code 9} a digit, {@code _} a blank, a hyphen or nothing,
     * the same wherever the template has it.
     */
    boolean fits(String template) {
        int place = 0;
        int separator = NUL;
        boolean separated = false;
        for (int i = 0; i < template.length(); i++) {
            char wanted = template.charAt(i);
            if (wanted == '_') {
                char found = at(place) == ' ' || at(place) == '-' ? at(place) : NUL;
                if (separated && found != separator) {
                    return false;
                }
                separator = found;
                separated = true;
                place += found == NUL ? 0 : 1;
            } else if (wanted == 'A' ? isLetter(place) : isDigit(place)) {
                place++;
            } else {
                return false;
            }
        }
        return place == length;
    }

    /** Whether all digits together pass Luhn's algorithm (ISO/IEC 7812-1, annex B). */
    boolean passesLuhn() {
        int sum = 0;
        for (int i = 0; i < digits; i++) {
            int digit = numerals[digits - 1 - i];
            int weighted = i % 2 == 0 ? digit : 2 * digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10 == 0;
    }

    /** The number that so many digits make. */
    int number(int fromDigit, int count) {
        int number = 0;
        for (int i = fromDigit; i < fromDigit + count; i++) {
            number = 10 * number + numerals[i];
        }
        return number;
    }
}
