package ca.balise.kit.store.secret;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * Hashes by which equal things are known as equal and from which, without the key, no guess at them can be proved: HMAC-SHA-256 (RFC
 * 2104). One is written as the id of its key, a colon and 64 hexadecimal digits.
 */
@ApplicationScoped
public class KeyedHash {

    private static final String MAC = "HmacSHA256";

    private final KeyRing keys;

    KeyedHash(KeyRing keys) {
        this.keys = keys;
    }

    /** The hash under the current key. */
    public String of(String purpose, byte[] message) {
        return of(keys.current(), purpose, message);
    }

    /** The hash under each key there is, the current one first: what was stored may be any of them. */
    public List<String> candidates(String purpose, byte[] message) {
        return keys.ids().stream().map(id -> of(id, purpose, message)).toList();
    }

    /** Whether a hash, under whichever key it was made, is this message's. */
    public boolean matches(String hash, String purpose, byte[] message) {
        byte[] given = hash.getBytes(StandardCharsets.US_ASCII);
        return candidates(purpose, message).stream()
                .anyMatch(candidate -> MessageDigest.isEqual(candidate.getBytes(StandardCharsets.US_ASCII), given));
    }

    private String of(String id, String purpose, byte[] message) {
        try {
            SecretKey key = keys.derive(id, "hash " + purpose, MAC).orElseThrow();
            Mac mac = Mac.getInstance(MAC);
            mac.init(key);
            return id + ":" + HexFormat.of().formatHex(mac.doFinal(message));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + MAC, e);
        }
    }
}
