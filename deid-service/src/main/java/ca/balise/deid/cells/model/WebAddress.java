package ca.balise.deid.cells.model;

/** Address on the web: with http, https or ftp, or starting with www, at a host of two labels or more (RFC 3986, WHATWG URL). */
final class WebAddress {

    private static final String[] STARTS = {"https://", "http://", "ftp://", "www."};

    private WebAddress() {}

    static boolean matches(FieldText value) {
        int start = start(value);
        return start > 0 && hasHost(value, start);
    }

    /** Where the host starts, after {@code www.} if it does; 0 if there is none. */
    static int start(FieldText value) {
        for (String start : STARTS) {
            if (startsWith(value, 0, start)) {
                return start.length();
            }
        }
        return 0;
    }

    static boolean startsWith(FieldText value, int from, String lowerCase) {
        for (int i = 0; i < lowerCase.length(); i++) {
            char c = value.at(from + i);
            if ((c >= 'A' && c <= 'Z' ? c | 0x20 : c) != lowerCase.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Letters, digits and hyphens with a dot among them, up to the end, a path, a port or a query. */
    private static boolean hasHost(FieldText value, int start) {
        int dot = -1;
        int place = start;
        for (; place < value.length(); place++) {
            char c = value.at(place);
            if (c == '.') {
                if (place == dot + 1 || place == start) {
                    return false;
                }
                dot = place;
            } else if (c == '/' || c == ':' || c == '?' || c == '#') {
                break;
            } else if (c < 0x80 && c != '-' && !value.isDigit(place) && !value.isLetter(place)) {
                return false;
            }
        }
        return dot > start && place > dot + 1 && isWithoutSpace(value, place);
    }

    private static boolean isWithoutSpace(FieldText value, int from) {
        for (int i = from; i < value.length(); i++) {
            if (value.at(i) == ' ') {
                return false;
            }
        }
        return true;
    }
}
