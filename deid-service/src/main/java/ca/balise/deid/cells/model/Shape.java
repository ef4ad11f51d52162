package ca.balise.deid.cells.model;

/**
 * What the values of a kind have in common, as far as counting shows: a value outside it is refused without being looked at closer.
 *
 * @param shortest in characters
 * @param longest in characters
 * @param fewestDigits from 0 to 9
 * @param mostDigits from 0 to 9
 * @param mostLetters from A to Z
 * @param mostForeignLetters other letters
 * @param marks other characters that may occur
 * @param required of these, those of which one must
 */
record Shape(
        int shortest,
        int longest,
        int fewestDigits,
        int mostDigits,
        int mostLetters,
        int mostForeignLetters,
        int marks,
        int required) {

    /** That of no value. */
    static final Shape NONE = of(1, 0);

    /** That of names of persons: no digits, and none of the marks that names do not have. */
    static final Shape NAME = of(2, 80)
            .digits(0, 0)
            .anyLetters()
            .marks(FieldText.SPACE
                    | FieldText.HYPHEN
                    | FieldText.DOT
                    | FieldText.COMMA
                    | FieldText.APOSTROPHE
                    | FieldText.PARENTHESIS);

    /** That of dates, a time of day with its zone included. */
    static final Shape DATE = of(8, 35)
            .digits(6, 23)
            .letters(3)
            .marks(FieldText.HYPHEN
                    | FieldText.SLASH
                    | FieldText.DOT
                    | FieldText.SPACE
                    | FieldText.COLON
                    | FieldText.PLUS);

    static Shape of(int shortest, int longest) {
        return new Shape(shortest, longest, 0, Integer.MAX_VALUE, Integer.MAX_VALUE, 0, FieldText.ANY, FieldText.ANY);
    }

    Shape digits(int fewest, int most) {
        return new Shape(shortest, longest, fewest, most, mostLetters, mostForeignLetters, marks, required);
    }

    Shape letters(int most) {
        return new Shape(shortest, longest, fewestDigits, mostDigits, most, mostForeignLetters, marks, required);
    }

    Shape anyLetters() {
        return new Shape(shortest, longest, fewestDigits, mostDigits, mostLetters, Integer.MAX_VALUE, marks, required);
    }

    /** No other characters than these. */
    Shape marks(int allowed) {
        return new Shape(
                shortest, longest, fewestDigits, mostDigits, mostLetters, mostForeignLetters, allowed, required);
    }

    /** At least one of these. */
    Shape with(int needed) {
        return new Shape(shortest, longest, fewestDigits, mostDigits, mostLetters, mostForeignLetters, marks, needed);
    }

    boolean has(FieldText value) {
        return value.length() >= shortest
                && value.length() <= longest
                && value.digits() >= fewestDigits
                && value.digits() <= mostDigits
                && value.letters() <= mostLetters
                && value.foreignLetters() <= mostForeignLetters
                && (value.marks() & ~marks) == 0
                && (required == FieldText.ANY || (value.marks() & required) != 0);
    }
}
