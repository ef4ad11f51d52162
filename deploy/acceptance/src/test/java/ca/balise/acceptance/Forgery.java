package ca.balise.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tokens made out of a real one by somebody without the realm's key. */
final class Forgery {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private Forgery() {}

    /** Each forgery by what is wrong with it. */
    static Map<String, String> of(String token, URI realm) throws GeneralSecurityException, IOException {
        String[] parts = token.split("\\.");
        JsonNode header = JSON.readTree(Base64.getUrlDecoder().decode(parts[0]));
        String claims = parts[1];
        PublicKey key = publicKey(realm, header.get("kid").asText());
        String pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
        Map<String, String> forgeries = new LinkedHashMap<>();
        forgeries.put("alg none", head(header, "none") + "." + claims + ".");
        forgeries.put("alg None", head(header, "None") + "." + claims + ".");
        forgeries.put("HS256 with the public key, DER", hmac(head(header, "HS256") + "." + claims, key.getEncoded()));
        forgeries.put(
                "HS256 with the public key, PEM",
                hmac(head(header, "HS256") + "." + claims, pem.getBytes(StandardCharsets.US_ASCII)));
        forgeries.put("another key under the same id", foreignKey(parts[0] + "." + claims));
        forgeries.put(
                "another issuer, with its key",
                foreignKey(parts[0] + "." + with(claims, "iss", "https://elsewhere.example")));
        forgeries.put(
                "claims changed after signing", parts[0] + "." + with(claims, "institution", "DND") + "." + parts[2]);
        forgeries.put("no signature", parts[0] + "." + claims + ".");
        forgeries.put("no token at all", "garbage");
        return forgeries;
    }

    private static String head(JsonNode header, String algorithm) throws IOException {
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("alg", algorithm);
        head.put("typ", "JWT");
        head.put("kid", header.get("kid").asText());
        return BASE64.encodeToString(JSON.writeValueAsBytes(head));
    }

    private static String with(String claims, String claim, String value) throws IOException {
        var changed = (com.fasterxml.jackson.databind.node.ObjectNode)
                JSON.readTree(Base64.getUrlDecoder().decode(claims));
        changed.put(claim, value);
        return BASE64.encodeToString(JSON.writeValueAsBytes(changed));
    }

    private static String hmac(String signed, byte[] key) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return signed + "." + BASE64.encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String foreignKey(String signed) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(generator.generateKeyPair().getPrivate());
        signature.update(signed.getBytes(StandardCharsets.US_ASCII));
        return signed + "." + BASE64.encodeToString(signature.sign());
    }

    private static PublicKey publicKey(URI realm, String id) throws GeneralSecurityException, IOException {
        JsonNode keys = JSON.readTree(
                URI.create(realm + "/protocol/openid-connect/certs").toURL());
        for (JsonNode key : keys.get("keys")) {
            if (key.get("kid").asText().equals(id)) {
                return KeyFactory.getInstance("RSA")
                        .generatePublic(new RSAPublicKeySpec(number(key, "n"), number(key, "e")));
            }
        }
        throw new IllegalStateException("the realm does not publish the key of its own token");
    }

    private static BigInteger number(JsonNode key, String member) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(key.get(member).asText()));
    }
}
