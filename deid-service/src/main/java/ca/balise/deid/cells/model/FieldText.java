package ca.balise.deid.cells.model;

/**
 * One value, read once for all kinds of identifiers: its characters without white space around, and how many there are of which class.
 * Most values are told from most kinds by these counts alone. Reused from value to value; not for several threads.
 *
 * <p>It is the value as whoever reads it sees it: hyphens, apostrophes and blanks that only look different are made the same, and
 * characters that are not seen (general category Cf of Unicode: marks of direction, zero-width spaces, soft hyphens, byte order marks)
 * are left out.
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

    /** Longer values are not read; an address on the web is seldom longer. */
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
     * @return whether it was read, and not too long to be; an empty one is read, and is of no kind
     */
    boolean read(String value) {
        int from = 0;
        int to = value.length();
        while (from < to && isNotSeen(value.charAt(from))) {
            from++;
        }
        while (to > from && isNotSeen(value.charAt(to - 1))) {
            to--;
        }
        length = 0;
        if (to - from > LONGEST) {
            return false;
        }
        boolean plain = count(value, from, to);
        text = plain ? value.substring(from, to) : new String(chars, 0, length);
        return true;
    }

    private static boolean isNotSeen(char c) {
        return c <= ' '
                || (c >= 0x80
                        && (Character.isWhitespace(c)
                                || Character.isSpaceChar(c)
                                || Character.getType(c) == Character.FORMAT));
    }

    /** Whether all characters are kept as they are. */
    private boolean count(String value, int from, int to) {
        digits = 0;
        letters = 0;
        foreignLetters = 0;
        marks = 0;
        boolean plain = true;
        for (int i = from; i < to; i++) {
            char c = value.charAt(i);
            if (c >= 0x80) {
                char seen = seen(c);
                plain &= seen == c;
                if (seen == NUL) {
                    continue;
                }
                c = seen;
            }
            chars[length++] = c;
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
        return plain;
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

    /** What a character above ASCII is to the eye; NUL if it is not seen. */
    private static char seen(char c) {
        return switch (c) {
            case '\u2212', '\u2043' -> '-';
            case '\u2018', '\u2019', '\u02bc' -> '\'';
            default ->
                switch (Character.getType(c)) {
                    case Character.FORMAT -> NUL;
                    case Character.SPACE_SEPARATOR -> ' ';
                    case Character.DASH_PUNCTUATION -> '-';
                    default -> c;
                };
        };
    }

    /** The same characters that {@link #at} answers one by one. */
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
