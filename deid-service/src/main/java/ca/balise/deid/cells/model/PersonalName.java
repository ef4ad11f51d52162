package ca.balise.deid.cells.model;

/**
 * Reads a value as the name of a person: "Given Family", "FAMILY, Given", "Family Given", with titles, initials, particles (de la, van,
 * O', Mc, St-), hyphens and suffixes. Reused from value to value; not for several threads.
 */
final class PersonalName {

    /** What a value is. */
    enum Form {
        /** Nothing that the lists know. */
        NONE,
        /** A listed given name and a listed family name, not both of them ordinary words; or a title and words. */
        FULL,
        /** Words of which one is listed, where the other would make it full. */
        LIKELY,
        /** One listed given name that is no ordinary word, and no family name. */
        GIVEN,
        /** One listed family name that is no ordinary word, and no given name. */
        FAMILY,
        /** One name that is listed as both, and no ordinary word. */
        EITHER,
        /** One listed name that is an ordinary word too. */
        ORDINARY
    }

    private static final int INITIAL = 1 << 16;
    private static final int WORD = 1 << 17;
    private static final int LISTED = NameList.GIVEN | NameList.FAMILY;

    private static final int MOST_UNITS = 6;

    private final int[] units = new int[MOST_UNITS];
    private int count;
    private int comma;
    private boolean titled;

    /** What a value of the shape of names is. */
    Form form(FieldText value) {
        if (!split(value)) {
            return Form.NONE;
        }
        if (count == 1) {
            return titled ? Form.FULL : alone(units[0]);
        }
        if (titled) {
            return Form.FULL;
        }
        return comma > 0 ? inverted() : straight();
    }

    private static Form alone(int unit) {
        if ((unit & LISTED) == 0) {
            return Form.NONE;
        }
        if ((unit & NameList.ORDINARY) != 0) {
            return Form.ORDINARY;
        }
        return switch (unit & LISTED) {
            case NameList.GIVEN -> Form.GIVEN;
            case NameList.FAMILY -> Form.FAMILY;
            default -> Form.EITHER;
        };
    }

    /** FAMILY, Given: before the comma at most three words, after it names and initials. */
    private Form inverted() {
        if (comma > 3 || count == comma) {
            return Form.NONE;
        }
        return of(units[comma], any(0, comma));
    }

    private Form straight() {
        int last = units[count - 1];
        for (int i = 1; i < count - 1; i++) {
            if ((units[i] & (LISTED | INITIAL)) == 0) {
                return Form.NONE;
            }
        }
        Form form = of(units[0], last);
        // The other way round both must be plain, or Prince George is the name of George Prince.
        boolean plain = ((last | units[0]) & (NameList.ORDINARY | INITIAL)) == 0;
        return form == Form.FULL || count > 3 || !plain ? form : better(form, of(last, units[0]));
    }

    private static Form better(Form one, Form other) {
        return one == Form.NONE || other == Form.FULL ? other : one;
    }

    private static Form of(int given, int family) {
        boolean listedGiven = (given & NameList.GIVEN) != 0;
        boolean listedFamily = (family & NameList.FAMILY) != 0;
        boolean plainGiven = listedGiven && (given & NameList.ORDINARY) == 0;
        boolean plainFamily = listedFamily && (family & NameList.ORDINARY) == 0;
        // Prince George is a town, and Rose Tremblay is not: a family name that is a given name too does not settle it.
        boolean settled = plainGiven || (plainFamily && (family & NameList.GIVEN) == 0);
        if (listedGiven && listedFamily && settled) {
            return Form.FULL;
        }
        if ((given & INITIAL) != 0) {
            return plainFamily ? Form.FULL : Form.NONE;
        }
        boolean words = (given & family & WORD) != 0;
        return words && (plainGiven || plainFamily) ? Form.LIKELY : Form.NONE;
    }

    private int any(int from, int to) {
        int flags = WORD;
        boolean ordinary = true;
        for (int i = from; i < to; i++) {
            flags |= units[i] & LISTED;
            ordinary &= (units[i] & NameList.ORDINARY) != 0 || (units[i] & LISTED) == 0;
        }
        return ordinary ? flags | NameList.ORDINARY : flags;
    }

    /** Splits a value into units: a word with the particles before it, or words with hyphens between. */
    private boolean split(FieldText value) {
        count = 0;
        comma = 0;
        titled = false;
        long before = NameList.NO_LETTERS;
        boolean saint = false;
        boolean joined = false;
        int place = 0;
        while (place < value.length()) {
            char c = value.at(place);
            if (!isLetter(c)) {
                if (c == ',') {
                    if (comma > 0 || count == 0) {
                        return false;
                    }
                    comma = count;
                }
                joined = c == '-' && place > 0 && isLetter(value.at(place - 1));
                place++;
                continue;
            }
            long word = NameList.NO_LETTERS;
            long together = before;
            int letters = 0;
            while (place < value.length() && (isLetter(value.at(place)) || value.at(place) == '\'')) {
                char letter = value.at(place++);
                if (letter != '\'' && !isAccent(letter)) {
                    word = NameList.with(word, letter);
                    together = NameList.with(together, letter);
                    letters++;
                }
            }
            boolean dotted = value.at(place) == '.';
            boolean last = isLast(value, place);
            int known = NameList.flags(word);
            boolean holy = (known & NameList.SAINT) != 0;
            if ((known & NameList.NEVER) != 0 || (last && count > 0 && holy)) {
                return false;
            }
            if (count == 0 && !joined && value.at(place) != '-' && (known & NameList.TITLE) != 0) {
                titled = true;
                continue;
            }
            if (count > 0 && last && !joined && (known & NameList.SUFFIX) != 0) {
                break;
            }
            if (!last && (holy || (!dotted && (known & NameList.PARTICLE) != 0))) {
                saint |= holy;
                before = together;
                continue;
            }
            int flags = letters == 1 && word == together
                    ? INITIAL
                    : WORD | named(known, word == together ? known : NameList.flags(together), saint);
            if (!add(flags, joined && !saint)) {
                return false;
            }
            before = NameList.NO_LETTERS;
            saint = false;
            joined = false;
        }
        return count > 0;
    }

    /** What a word with the particles before it is: De Souza is listed with them, de la Durantaye without. */
    private static int named(int word, int together, boolean saint) {
        int listed = together & (LISTED | NameList.ORDINARY);
        return listed != 0 || saint ? listed : word & (NameList.FAMILY | NameList.ORDINARY);
    }

    private boolean add(int flags, boolean joined) {
        if (joined && count > 0) {
            int former = units[count - 1];
            int given = former & flags & NameList.GIVEN;
            int family = (former | flags) & NameList.FAMILY;
            int ordinary = former & flags & NameList.ORDINARY;
            units[count - 1] = WORD | given | family | ordinary;
            return true;
        }
        if (count == MOST_UNITS) {
            return false;
        }
        units[count++] = flags;
        return true;
    }

    private static boolean isLast(FieldText value, int from) {
        for (int i = from; i < value.length(); i++) {
            if (isLetter(value.at(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetter(char c) {
        return ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || (c >= 0x80 && (Character.isLetter(c) || isAccent(c)));
    }

    /** An accent that is a character of its own. */
    private static boolean isAccent(char c) {
        return c >= 0x300 && c < 0x370;
    }
}
