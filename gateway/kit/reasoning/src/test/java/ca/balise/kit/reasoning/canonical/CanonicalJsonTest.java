package ca.balise.kit.reasoning.canonical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.erdtman.jcs.JsonCanonicalizer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {

    /** The example of RFC 8785 §3.2.2, and its canonical form of §3.2.3. */
    @Test
    void theExampleOfTheRfcIsWrittenAsTheRfcWritesIt() throws Exception {
        var example = new ObjectMapper().readTree("""
                        {"numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
                         "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
                         "literals": [null, true, false]}""");

        assertThat(CanonicalJson.of(example).text())
                .isEqualTo("{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                        + "\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    }

    @Test
    void membersAreOrderedByTheirUtf16Units() {
        assertThat(CanonicalJson.of(Map.of("\u20ac", 1, "\r", 2, "\ufb33", 3, "1", 4, "\ud83d\ude00", 5, "ö", 6))
                        .text())
                .isEqualTo("{\"\\r\":2,\"1\":4,\"ö\":6,\"\u20ac\":1,\"\ud83d\ude00\":5,\"\ufb33\":3}");
    }

    @Test
    void theOrderInWhichAMapWasFilledDoesNotMatter() {
        var descending = new TreeMap<String, Object>(java.util.Comparator.reverseOrder());
        descending.putAll(Map.of("a", List.of(1, 2), "b", Map.of("d", true, "c", "x")));

        assertThat(CanonicalJson.of(descending)).isEqualTo(CanonicalJson.of(new TreeMap<>(descending)));
        assertThat(CanonicalJson.of(descending).text()).isEqualTo("{\"a\":[1,2],\"b\":{\"c\":\"x\",\"d\":true}}");
    }

    record Stored(LocalDate asOf, Instant at, @Nullable String note) {}

    @Test
    void datesAndInstantsAreTheirIsoTextsAndNullIsWritten() {
        assertThat(CanonicalJson.of(new Stored(LocalDate.of(2025, 12, 19), Instant.EPOCH, null))
                        .text())
                .isEqualTo("{\"asOf\":\"2025-12-19\",\"at\":\"1970-01-01T00:00:00Z\",\"note\":null}");
    }

    @Test
    void aLoneValueHasACanonicalFormToo() {
        assertThat(CanonicalJson.of("é").text()).isEqualTo("\"é\"");
        assertThat(CanonicalJson.of(1.0).text()).isEqualTo("1");
        assertThat(CanonicalJson.of("é")).hasToString("\"é\"");
    }

    @Test
    void aNumberThatWouldBecomeAnotherIsRefused() {
        assertThat(CanonicalJson.of(1L << 53).text()).isEqualTo("9007199254740992");
        for (Object tooMuch : List.of((1L << 53) + 1, Long.MIN_VALUE, BigInteger.TWO.pow(80), Double.NaN)) {
            assertThatThrownBy(() -> CanonicalJson.of(List.of(tooMuch)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageNotContaining(tooMuch.toString());
        }
    }

    /** Every kind of value, against the canonicalizer of the RFC's author. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void isWhatTheCanonicalizerOfTheRfcWrites(int seed) throws IOException {
        var random = new SplittableRandom(seed);
        for (int i = 0; i < 300; i++) {
            Object value = List.of(draw(random, 4));
            String written = new ObjectMapper().writeValueAsString(value);
            assertThat(CanonicalJson.of(value).text()).isEqualTo(new JsonCanonicalizer(written).getEncodedString());
        }
    }

    private static Object draw(SplittableRandom random, int depth) {
        return switch (random.nextInt(depth == 0 ? 5 : 7)) {
            case 0 -> random.nextBoolean();
            case 1 -> random.nextInt();
            case 2 -> random.nextLong(-(1L << 53), 1L << 53);
            case 3 -> random.nextDouble() * Math.pow(10, random.nextInt(-30, 30));
            case 4 -> text(random);
            case 5 ->
                Stream.generate(() -> draw(random, depth - 1))
                        .limit(random.nextInt(4))
                        .toList();
            default -> {
                Map<String, Object> members = new HashMap<>();
                for (int i = random.nextInt(5); i > 0; i--) {
                    members.put(text(random), draw(random, depth - 1));
                }
                yield members;
            }
        };
    }

    /** Letters, controls, quotes, accents, and what takes two units: each spelling has its exceptions. */
    private static String text(SplittableRandom random) {
        String[] parts = {
            "a", "B", "é", "\"", "\\", "/", "\n", "\t", "\u0000", "\u001f", "\u007f", "\u2028", "😀", "\uffff", "z"
        };
        return Stream.generate(() -> parts[random.nextInt(parts.length)])
                .limit(random.nextInt(6))
                .collect(Collectors.joining());
    }

    @Test
    void theHashIsThatOfTheText() {
        assertThat(HexFormat.of().formatHex(CanonicalJson.of(List.of()).hash()))
                .isEqualTo("4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945");
    }

    /** The expected value was computed with OpenSSL. */
    @Test
    void theKeyedHashIsAnotherUnderAnotherKey() {
        var one = new SecretKeySpec("Jefe".getBytes(StandardCharsets.US_ASCII), "HmacSHA256");
        var other = new SecretKeySpec("jefe".getBytes(StandardCharsets.US_ASCII), "HmacSHA256");
        var value = CanonicalJson.of(List.of());

        assertThat(HexFormat.of().formatHex(value.keyedHash(one)))
                .isEqualTo("5d06a3b906f413e44b9381c7d4852a6fdc7c91a46fef28698160f2bc953eb9c3");
        assertThat(value.keyedHash(other)).isNotEqualTo(value.keyedHash(one));
    }
}
