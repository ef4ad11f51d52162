package ca.balise.edge.route.model;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * The rule that every reader of a path reads the same one. The guard judges the path, the table of routes finds it a service and
 * the service's own router reads it again; whatever one of them may decode, collapse, resolve or cut off and another may not (dot
 * segments, empty segments, encoded slashes, matrix parameters, octets encoded for no reason) is refused, so that what was judged
 * is what is done.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3986#section-6.2.2">RFC 3986 §6.2.2, normalization</a>
 */
public final class PlainPath {

    private static final String UNRESERVED_MARKS = "-._~";
    private static final String OTHER_MARKS = "!$&'()*+,=:@";
    /** Characters that a second reader takes for structure once they are decoded. */
    private static final String STRUCTURE = "/\\;%";

    private PlainPath() {}

    /**
     * Whether a request target (path and query, as on the request line) can be read in one way only. The query is opaque: it is
     * passed on as it came, so it need only be printable ASCII without a fragment.
     */
    public static boolean isPlain(String target) {
        int question = target.indexOf('?');
        String path = question < 0 ? target : target.substring(0, question);
        return path.startsWith("/")
                && !path.contains("//")
                && hasNoDotSegment(path)
                && isCanonicallyEncoded(path)
                && target.chars().skip(path.length()).allMatch(c -> c > ' ' && c < 0x7F && c != '#');
    }

    private static boolean hasNoDotSegment(String path) {
        for (String segment : path.split("/", -1)) {
            if (segment.equals(".") || segment.equals("..")) {
                return false;
            }
        }
        return true;
    }

    private static boolean isCanonicallyEncoded(String path) {
        byte[] octets = new byte[path.length()];
        int length = 0;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c == '%') {
                int octet = octetAt(path, i + 1);
                if (octet < 0 || !mustBeEncoded(octet)) {
                    return false;
                }
                octets[length++] = (byte) octet;
                i += 2;
            } else if (c == '/' || isUnreserved(c) || OTHER_MARKS.indexOf(c) >= 0) {
                octets[length++] = (byte) c;
            } else {
                return false;
            }
        }
        return isUtf8(ByteBuffer.wrap(octets, 0, length));
    }

    private static int octetAt(String path, int at) {
        if (at + 2 > path.length()) {
            return -1;
        }
        int high = Character.digit(path.charAt(at), 16);
        int low = Character.digit(path.charAt(at + 1), 16);
        return high < 0 || low < 0 ? -1 : 16 * high + low;
    }

    private static boolean mustBeEncoded(int octet) {
        boolean control = octet < ' ' || octet == 0x7F;
        return !control && STRUCTURE.indexOf(octet) < 0 && !isUnreserved(octet);
    }

    private static boolean isUnreserved(int c) {
        boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        boolean digit = c >= '0' && c <= '9';
        return letter || digit || UNRESERVED_MARKS.indexOf(c) >= 0;
    }

    /** An overlong form such as {@code %C0%AF} is a slash to a lenient decoder. */
    private static boolean isUtf8(ByteBuffer octets) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(octets);
            return true;
        } catch (CharacterCodingException malformed) {
            return false;
        }
    }
}
