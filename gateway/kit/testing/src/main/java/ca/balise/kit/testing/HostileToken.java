package ca.balise.kit.testing;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Every token that a door must refuse with 401, in one table that the gateway and each service run. Each differs from a good token
 * in one thing only, so that a refusal can have one reason only.
 */
public enum HostileToken {
    /** Good until an hour ago. */
    EXPIRED {
        @Override
        public String of(TestTokens good) {
            return good.issuedAt(Clock.systemUTC().instant().minus(Duration.ofHours(1)))
                    .sign();
        }
    },
    /** Meant for another service. */
    OTHER_AUDIENCE {
        @Override
        public String of(TestTokens good) {
            return good.audience("someone-else").sign();
        }
    },
    /** Meant for nobody in particular. */
    NO_AUDIENCE {
        @Override
        public String of(TestTokens good) {
            return good.audience().sign();
        }
    },
    /** From another realm that signs with the same key. */
    OTHER_ISSUER {
        @Override
        public String of(TestTokens good) {
            return good.issuedBy("https://issuer.test/realms/other").sign();
        }
    },
    /** The right claims, with {@code alg: none} and no signature. */
    ALGORITHM_NONE {
        @Override
        public String of(TestTokens good) {
            return withHeader(good, "{\"alg\":\"none\",\"typ\":\"JWT\"}") + ".";
        }
    },
    /** {@code alg: none} written so that a comparison of lower-case letters misses it. */
    ALGORITHM_NONE_IN_MIXED_CASE {
        @Override
        public String of(TestTokens good) {
            return withHeader(good, "{\"alg\":\"nOnE\",\"typ\":\"JWT\"}") + ".";
        }
    },
    /** The published key, as its PEM text, taken for a shared secret. */
    HS256_WITH_THE_PUBLIC_KEY_AS_PEM {
        @Override
        public String of(TestTokens good) {
            return hs256(good, TestTokens.publicKeyAsPem().getBytes(StandardCharsets.US_ASCII));
        }
    },
    /** The published key, as its DER bytes, taken for a shared secret. */
    HS256_WITH_THE_PUBLIC_KEY_AS_DER {
        @Override
        public String of(TestTokens good) {
            return hs256(good, TestTokens.publicKey().getEncoded());
        }
    },
    /** The right key with an algorithm that the contract does not allow. */
    PS256_WITH_THE_RIGHT_KEY {
        @Override
        public String of(TestTokens good) {
            return signed(good.claims(), SignatureAlgorithm.PS256, TestTokens.keys());
        }
    },
    /** The right key with a longer digest that the contract does not allow. */
    RS512_WITH_THE_RIGHT_KEY {
        @Override
        public String of(TestTokens good) {
            return signed(good.claims(), SignatureAlgorithm.RS512, TestTokens.keys());
        }
    },
    /** Signed by a stranger. */
    WRONG_KEY {
        @Override
        public String of(TestTokens good) {
            try {
                return signed(good.claims(), SignatureAlgorithm.RS256, TestTokens.newKeys());
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("no RSA here", e);
            }
        }
    },
    /** A good signature over claims that were changed afterwards. */
    CHANGED_CLAIMS {
        @Override
        public String of(TestTokens good) {
            String[] parts = good.sign().split("\\.", -1);
            String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
            String changed = claims.replaceFirst("\"iat\":\\d+", "\"iat\":1");
            return parts[0] + "." + base64(changed) + "." + parts[2];
        }
    },
    /** The signature cut off. */
    NO_SIGNATURE {
        @Override
        public String of(TestTokens good) {
            String token = good.sign();
            return token.substring(0, token.lastIndexOf('.') + 1);
        }
    },
    /** Not a token. */
    GARBAGE {
        @Override
        public String of(TestTokens good) {
            return "not.a.token";
        }
    },
    /** Not even three parts. */
    ONE_WORD {
        @Override
        public String of(TestTokens good) {
            return "token";
        }
    };

    /**
     * The hostile variant of a token that would otherwise open the door.
     *
     * @param good what the token would have been
     */
    public abstract String of(TestTokens good);

    private static String hs256(TestTokens good, byte[] secret) {
        SecretKey key = new SecretKeySpec(secret, "HmacSHA256");
        return good.claims().jws().algorithm(SignatureAlgorithm.HS256).sign(key);
    }

    private static String signed(JwtClaimsBuilder claims, SignatureAlgorithm algorithm, KeyPair keys) {
        return claims.jws().keyId(TestTokens.KEY_ID).algorithm(algorithm).sign(keys.getPrivate());
    }

    private static String withHeader(TestTokens good, String header) {
        String claims = good.sign().split("\\.", -1)[1];
        return base64(header) + "." + claims;
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
