package ca.balise.kit.store.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretTest {

    private static final byte[] CONTEXT = bytes("row 1");
    private static final byte[] PLAIN = bytes("l’été");

    private final KeyRing old = ring("a", Map.of("a", key(1)));
    private final KeyRing both = ring("b", Map.of("a", key(1), "b", key(2)));
    private final KeyRing fresh = ring("b", Map.of("b", key(2)));

    @Test
    void whatIsSealedIsOpenedForTheSamePurposeInTheSameContext() {
        byte[] envelope = new Sealer(old).seal("answer", CONTEXT, PLAIN);
        assertThat(new Sealer(old).open("answer", CONTEXT, envelope)).contains(PLAIN);
        assertThat(new String(envelope, StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(PLAIN, StandardCharsets.ISO_8859_1));
    }

    @Test
    void theSameIsSealedDifferentlyEachTime() {
        Sealer sealer = new Sealer(old);
        assertThat(sealer.seal("answer", CONTEXT, PLAIN)).isNotEqualTo(sealer.seal("answer", CONTEXT, PLAIN));
    }

    @Test
    void whatAnOlderKeySealedStaysReadableAsLongAsItIsGiven() {
        byte[] envelope = new Sealer(old).seal("answer", CONTEXT, PLAIN);
        assertThat(new Sealer(both).open("answer", CONTEXT, envelope)).contains(PLAIN);
        assertThat(new Sealer(fresh).open("answer", CONTEXT, envelope)).isEmpty();
    }

    @Test
    void whatWasSealedForAnotherPurposeOrContextOrWasChangedDoesNotOpen() {
        Sealer sealer = new Sealer(both);
        byte[] envelope = sealer.seal("answer", CONTEXT, PLAIN);
        assertThatThrownBy(() -> sealer.open("result", CONTEXT, envelope)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> sealer.open("answer", bytes("row 2"), envelope))
                .isInstanceOf(IllegalStateException.class);
        for (int i : new int[] {0, 3, 8, envelope.length - 1}) {
            byte[] changed = envelope.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> sealer.open("answer", CONTEXT, changed)).isInstanceOf(IllegalStateException.class);
        }
        assertThatThrownBy(() -> sealer.open("answer", CONTEXT, new byte[] {1, 30, 0}))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anEnvelopeWithTheIdOfAnotherKeyDoesNotOpen() {
        byte[] envelope = new Sealer(both).seal("answer", CONTEXT, PLAIN);
        envelope[2] = 'a';
        assertThatThrownBy(() -> new Sealer(both).open("answer", CONTEXT, envelope))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void equalThingsHaveEqualHashesUnderOneKeyAndPurpose() {
        KeyedHash hash = new KeyedHash(old);
        assertThat(hash.of("request", PLAIN))
                .isEqualTo(hash.of("request", PLAIN))
                .matches("a:[0-9a-f]{64}");
        assertThat(hash.of("request", PLAIN)).isNotEqualTo(hash.of("request", CONTEXT));
        assertThat(hash.of("request", PLAIN)).isNotEqualTo(hash.of("other", PLAIN));
        assertThat(hash.of("request", PLAIN).substring(2))
                .isNotEqualTo(new KeyedHash(fresh).of("request", PLAIN).substring(2));
    }

    @Test
    void aHashUnderAnOlderKeyIsStillRecognised() {
        String before = new KeyedHash(old).of("request", PLAIN);
        KeyedHash now = new KeyedHash(both);
        assertThat(now.of("request", PLAIN)).startsWith("b:");
        assertThat(now.candidates("request", PLAIN)).containsExactly(now.of("request", PLAIN), before);
        assertThat(now.matches(before, "request", PLAIN)).isTrue();
        assertThat(now.matches(before, "request", CONTEXT)).isFalse();
        assertThat(new KeyedHash(fresh).matches(before, "request", PLAIN)).isFalse();
    }

    /**
     * HKDF-SHA-256 written out (RFC 5869, §2): extract is an HMAC under a key of zeros, expand for 32 bytes is one HMAC of the info
     * and a one.
     */
    @Test
    void aKeyIsDerivedAsTheStandardSays() throws Exception {
        byte[] extracted = hmac(new byte[32], Base64.getDecoder().decode(key(1)));
        byte[] expected = hmac(extracted, bytes("balise hash request\u0001"));
        SecretKey derived = old.derive("a", "hash request", "HmacSHA256").orElseThrow();
        assertThat(HexFormat.of().formatHex(derived.getEncoded()))
                .isEqualTo(HexFormat.of().formatHex(expected));
    }

    @ParameterizedTest
    @CsvSource({"a, AA==, 32 bytes", "a, AAAA, 32 bytes", "a, not base 64!, Base64", "A-1, AAAA, lower-case"})
    void aServiceWithAKeyThatIsNoneDoesNotStart(String id, String material, String complaint) {
        KeyRing ring = ring(id, Map.of(id, material));
        assertThatThrownBy(() -> ring.requireKeys(null, false))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(complaint)
                .hasMessageNotContaining("AAAA");
    }

    @Test
    void aServiceWithoutAKeyDoesNotStartAndAMigrationDoes() {
        for (KeyRing ring : new KeyRing[] {ring(null, Map.of()), ring("b", Map.of("a", key(1)))}) {
            assertThatThrownBy(() -> ring.requireKeys(null, false)).hasMessageContaining("no key");
            ring.requireKeys(null, true);
        }
    }

    private static KeyRing ring(String current, Map<String, String> keys) {
        Map<String, String> environment = new HashMap<>();
        if (current != null) {
            environment.put("BALISE_KEYS_CURRENT", current);
        }
        keys.forEach((id, key) -> environment.put(
                id.matches("[a-z]+") ? "BALISE_KEYS_KEY_" + id.toUpperCase(Locale.ROOT) : "balise.keys.key." + id,
                key));
        return new KeyRing(new SmallRyeConfigBuilder()
                .withSources(new EnvConfigSource(environment, 300))
                .withMapping(KeyConfig.class)
                .build()
                .getConfigMapping(KeyConfig.class));
    }

    private static String key(int fill) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) fill);
        return Base64.getEncoder().encodeToString(key);
    }

    private static byte[] hmac(byte[] key, byte[] message) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(message);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
