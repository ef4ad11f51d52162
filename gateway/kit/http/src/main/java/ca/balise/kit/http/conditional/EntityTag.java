package ca.balise.kit.http.conditional;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The strong tag of a representation (RFC 9110 §8.8.3): a hash of what is answered and, before it, the version of a record that can be
 * changed, {@code "<version>-<hash>"}.
 */
public final class EntityTag {

    /** What parts the version from the hash. */
    static final char AFTER_VERSION = '-';

    private EntityTag() {}

    /**
     * The tag, with its quotes.
     *
     * @param entity what is answered
     * @param representation the same as it is written
     * @param link the header {@code Link}, which is part of what is answered; {@code null} if there is none
     */
    public static String of(Object entity, byte[] representation, @Nullable String link) {
        MessageDigest digest = sha256();
        digest.update(representation);
        if (link != null) {
            digest.update(link.getBytes(StandardCharsets.UTF_8));
        }
        String hash = HexFormat.of().formatHex(digest.digest(), 0, 16);
        return "\"" + (entity instanceof Versioned record ? record.version() + (AFTER_VERSION + hash) : hash) + "\"";
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
