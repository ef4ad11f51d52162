package ca.balise.kit.reasoning.canonical;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.erdtman.jcs.JsonCanonicalizer;

/**
 * A value in the one spelling that RFC 8785 (JSON Canonicalization Scheme) gives it: members in order, no white space, one way to
 * write a number. The same value has the same text, and so the same hash, on every machine and in every release.
 *
 * @param text the canonical text
 */
public record CanonicalJson(String text) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
            .build();

    /** RFC 8785 writes numbers as IEEE 754 doubles do; past this a whole number would silently become another one. */
    private static final BigDecimal LARGEST_EXACT = BigDecimal.valueOf(1L << 53);

    private static final String MAC = "HmacSHA256";

    /**
     * The canonical form of a value.
     *
     * @param value what Jackson writes as JSON: a record, a map, a list, a tree. A member that is {@code null} is written, so that to
     *     leave it out is another value
     * @throws IllegalArgumentException if it cannot be written, or holds a number that a double does not hold exactly
     */
    public static CanonicalJson of(Object value) {
        JsonNode tree = JSON.valueToTree(value);
        requireExact(tree);
        try {
            String sorted = JSON.writeValueAsString(tree);
            if (isCanonical(tree, sorted)) {
                return new CanonicalJson(sorted);
            }
            // The canonicalizer reads an object or an array; a lone value is canonical inside one.
            String wrapped = new JsonCanonicalizer("[" + sorted + "]").getEncodedString();
            return new CanonicalJson(wrapped.substring(1, wrapped.length() - 1));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON value", e);
        } catch (IOException e) {
            throw new IllegalArgumentException("no value that RFC 8785 knows", e);
        }
    }

    /**
     * Whether Jackson wrote it as RFC 8785 does, members sorted: it spells other than whole numbers, escapes by number and what is
     * outside the basic plane in its own way, and nothing else. To read it all again would take three times as long.
     */
    private static boolean isCanonical(JsonNode tree, String sorted) {
        return sorted.indexOf("\\u") < 0
                && sorted.chars().noneMatch(unit -> Character.isSurrogate((char) unit))
                && holdsNoFraction(tree);
    }

    private static boolean holdsNoFraction(JsonNode node) {
        if (node.isFloatingPointNumber()) {
            return false;
        }
        for (JsonNode inside : node) {
            if (!holdsNoFraction(inside)) {
                return false;
            }
        }
        return true;
    }

    private static void requireExact(JsonNode node) {
        if (node.isNumber() && !isExact(node)) {
            throw new IllegalArgumentException("a number that a double does not hold exactly");
        }
        node.forEach(CanonicalJson::requireExact);
    }

    private static boolean isExact(JsonNode number) {
        return number.isFloatingPointNumber()
                ? Double.isFinite(number.doubleValue())
                : number.decimalValue().abs().compareTo(LARGEST_EXACT) <= 0;
    }

    /** The bytes that are hashed: the text in UTF-8. */
    public byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** SHA-256 of the bytes. Whoever guesses the value can prove the guess: for what is confidential see {@link #keyedHash}. */
    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * HMAC-SHA-256 of the bytes (RFC 2104): equal for equal values, and without the key no guess at the value can be proved.
     *
     * @param key the key; 32 bytes or more
     */
    public byte[] keyedHash(SecretKey key) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key);
            return mac.doFinal(bytes());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + MAC, e);
        }
    }

    /** The text. */
    @Override
    public String toString() {
        return text;
    }
}
