package ca.balise.kit.testing;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tokens as the realm issues them, signed with a key pair of this JVM: {@code TestTokens.as("alice").institution("HC")
 * .roles("deid-analyst").audience("deid").sign()}. Each call returns a new value; nothing is shared.
 */
public final class TestTokens {

    /** The issuer that {@link TokenTestResource} makes the service expect. */
    public static final String ISSUER = "https://issuer.test/realms/suite";

    private static final Duration LIFETIME = Duration.ofMinutes(10);

    private final String subject;
    private final @Nullable String institution;
    private final List<String> roles;
    private final List<String> audiences;
    private final String issuer;
    private final Instant issuedAt;

    private TestTokens(
            String subject,
            @Nullable String institution,
            List<String> roles,
            List<String> audiences,
            String issuer,
            Instant issuedAt) {
        this.subject = subject;
        this.institution = institution;
        this.roles = roles;
        this.audiences = audiences;
        this.issuer = issuer;
        this.issuedAt = issuedAt;
    }

    /** A token of a person or system, without institution, role or audience yet. */
    public static TestTokens as(String subject) {
        return new TestTokens(
                subject, null, List.of(), List.of(), ISSUER, Clock.systemUTC().instant());
    }

    /** With the claim {@code institution}. */
    public TestTokens institution(String code) {
        return new TestTokens(subject, code, roles, audiences, issuer, issuedAt);
    }

    /** With these realm roles. */
    public TestTokens roles(String... names) {
        return new TestTokens(subject, institution, List.of(names), audiences, issuer, issuedAt);
    }

    /** For these audiences. */
    public TestTokens audience(String... names) {
        return new TestTokens(subject, institution, roles, List.of(names), issuer, issuedAt);
    }

    TestTokens issuedBy(String otherIssuer) {
        return new TestTokens(subject, institution, roles, audiences, otherIssuer, issuedAt);
    }

    TestTokens issuedAt(Instant instant) {
        return new TestTokens(subject, institution, roles, audiences, issuer, instant);
    }

    /** The compact form, signed with RS256 and the right key. */
    public String sign() {
        return claims().jws().keyId(KEY_ID).algorithm(SignatureAlgorithm.RS256).sign(keys().getPrivate());
    }

    JwtClaimsBuilder claims() {
        JwtClaimsBuilder claims = Jwt.claims()
                .issuer(issuer)
                .subject(subject(subject))
                .issuedAt(issuedAt)
                .expiresAt(issuedAt.plus(LIFETIME))
                .claim("typ", "Bearer")
                .claim("preferred_username", subject)
                .claim("realm_access", Map.of("roles", roles));
        if (!audiences.isEmpty()) {
            claims.audience(Set.copyOf(audiences));
        }
        if (institution != null) {
            claims.claim("institution", institution);
        }
        return claims;
    }

    /** The {@code sub} of a token: as in the realm, an opaque id that is the same each time for the same person. */
    public static String subject(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** The key against which a service verifies these tokens. */
    public static PublicKey publicKey() {
        return keys().getPublic();
    }

    static final String KEY_ID = "test";

    private static final String PRIVATE_KEY = "balise.test.token.private-key";
    private static final String PUBLIC_KEY = "balise.test.token.public-key";

    /** One pair a JVM, kept in system properties because Quarkus loads this class more than once. */
    static KeyPair keys() {
        synchronized (PRIVATE_KEY.intern()) {
            try {
                if (System.getProperty(PRIVATE_KEY) == null) {
                    KeyPair pair = newKeys();
                    System.setProperty(PRIVATE_KEY, encode(pair.getPrivate().getEncoded()));
                    System.setProperty(PUBLIC_KEY, encode(pair.getPublic().getEncoded()));
                }
                KeyFactory factory = KeyFactory.getInstance("RSA");
                PrivateKey privateKey =
                        factory.generatePrivate(new PKCS8EncodedKeySpec(decode(System.getProperty(PRIVATE_KEY))));
                PublicKey publicKey =
                        factory.generatePublic(new X509EncodedKeySpec(decode(System.getProperty(PUBLIC_KEY))));
                return new KeyPair(publicKey, privateKey);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("no RSA here", e);
            }
        }
    }

    static KeyPair newKeys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    static String publicKeyAsPem() {
        return "-----BEGIN PUBLIC KEY-----\n" + encode(publicKey().getEncoded()) + "\n-----END PUBLIC KEY-----\n";
    }

    private static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] decode(String text) {
        return Base64.getDecoder().decode(text);
    }
}
