package ca.balise.genai.determination;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The key of the hashes of inputs. Made at start: a service with a key that is none must not run. */
@Startup
@ApplicationScoped
public class InputHashKey {

    private static final int SHORTEST = 32;

    private final SecretKey key;

    InputHashKey(DeterminationSettings settings) {
        key = key(settings.inputHashKey());
    }

    public SecretKey get() {
        return key;
    }

    /**
     * @param configured the key in Base64
     * @throws IllegalArgumentException if it is no Base64, or too short
     */
    static SecretKey key(Optional<String> configured) {
        byte[] bytes = configured.map(Base64.getDecoder()::decode).orElseGet(InputHashKey::draw);
        if (bytes.length < SHORTEST) {
            throw new IllegalArgumentException("balise.determination.input-hash-key needs 32 bytes or more");
        }
        return new SecretKeySpec(bytes, "HmacSHA256");
    }

    private static byte[] draw() {
        byte[] drawn = new byte[SHORTEST];
        new SecureRandom().nextBytes(drawn);
        return drawn;
    }
}
