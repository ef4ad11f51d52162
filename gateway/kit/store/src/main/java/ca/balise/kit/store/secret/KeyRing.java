package ca.balise.kit.store.secret;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The keys of the service. No key is used itself: each purpose has one of its own, derived from it with HKDF-SHA-256 (RFC 5869), so
 * that what is made for one purpose says nothing about another.
 */
@ApplicationScoped
public class KeyRing {

    /** As an environment variable can spell it: BALISE_KEYS_KEY_2026A. */
    private static final Pattern ID = Pattern.compile("[a-z0-9]{1,32}");

    private static final int BYTES = 32;

    private final KeyConfig config;
    private final Map<String, SecretKey> derived = new ConcurrentHashMap<>();

    KeyRing(KeyConfig config) {
        this.config = config;
    }

    /** A service that could not read or keep what it must does not start; a migration, which ends before it serves, needs no key. */
    void requireKeys(
            @Observes StartupEvent started,
            @ConfigProperty(name = "quarkus.init-and-exit", defaultValue = "false") boolean migrationOnly) {
        if (!migrationOnly) {
            current();
            config.key().keySet().forEach(this::material);
        }
    }

    /** The id of the key for what is new. */
    String current() {
        Optional<String> current = config.current();
        if (current.isEmpty() || !config.key().containsKey(current.get())) {
            throw new IllegalStateException(
                    "no key: give balise.keys.current an id, and balise.keys.key.<id> 32 random bytes in Base64");
        }
        return current.get();
    }

    /** The ids of every key, the current one first. */
    List<String> ids() {
        String current = current();
        var ids = new TreeMap<>(config.key());
        ids.remove(current);
        return Stream.concat(Stream.of(current), ids.keySet().stream()).toList();
    }

    /**
     * The key for a purpose, derived from one of the service's keys.
     *
     * @param id which
     * @param purpose what for, the same each time
     * @param algorithm as the JDK names it
     * @return empty if there is no key with this id: it is not given any more
     */
    Optional<SecretKey> derive(String id, String purpose, String algorithm) {
        if (!config.key().containsKey(id)) {
            return Optional.empty();
        }
        return Optional.of(
                derived.computeIfAbsent(id + " " + algorithm + " " + purpose, _ -> expand(id, purpose, algorithm)));
    }

    private SecretKey expand(String id, String purpose, String algorithm) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveKey(
                            algorithm,
                            HKDFParameterSpec.ofExtract()
                                    .addIKM(material(id))
                                    .thenExpand(("balise " + purpose).getBytes(StandardCharsets.UTF_8), BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform from 25 on has HKDF-SHA256", e);
        }
    }

    /** The bytes of a key. What is wrong with it is said, and nothing of it. */
    private byte[] material(String id) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalStateException("the id of a key is made of lower-case letters and digits, at most 32");
        }
        byte[] material;
        try {
            material =
                    Base64.getDecoder().decode(config.key().getOrDefault(id, "").strip());
        } catch (IllegalArgumentException notBase64) {
            throw new IllegalStateException("balise.keys.key." + id + " is not Base64");
        }
        if (material.length != BYTES) {
            throw new IllegalStateException("balise.keys.key." + id + " is not 32 bytes long");
        }
        return material;
    }
}
