package ca.balise.kit.store.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * An event as it stands in the chain. Hashes are 64 lower-case hexadecimal digits.
 *
 * @param sequence its number
 * @param previousHash what it says the hash of the event before it is
 * @param hash what it says its own is
 * @param content what happened, canonical JSON
 */
public record ChainedEvent(long sequence, String previousHash, String hash, String content) {

    /** Its place in the chain. */
    public Link link() {
        return new Link(sequence, hash);
    }

    /** Whether its hash is the one of its content under this number, after what it says comes before. */
    boolean holdsUnder(long number) {
        return hash.equals(hashAfter(previousHash, number, content));
    }

    /**
     * The hash of an event: SHA-256 of the hash before it, its number as eight bytes, the highest first, and its content in UTF-8.
     *
     * @param previousHash the hash of the event before
     */
    public static String hashAfter(String previousHash, long sequence, String content) {
        MessageDigest digest = sha256();
        digest.update(HexFormat.of().parseHex(previousHash));
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(sequence).flip());
        digest.update(content.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
