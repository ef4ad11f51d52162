package ca.balise.kit.http.page;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A place in a collection: its name and the key of the last item seen. Encoded, so that nobody builds one; it is no secret, and
 * grants nothing.
 */
final class Cursor {

    private static final char SEPARATOR = ':';

    private Cursor() {}

    static String of(String collection, Object key) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((collection + SEPARATOR + key).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The key in a cursor.
     *
     * @throws IllegalArgumentException if it is no cursor of this collection
     */
    static String keyIn(String cursor, String collection) {
        String decoded = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        String prefix = collection + SEPARATOR;
        // PostgreSQL takes no NUL in a text, and no key of ours holds a control character.
        if (!decoded.startsWith(prefix) || decoded.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("not a cursor of " + collection);
        }
        return decoded.substring(prefix.length());
    }
}
