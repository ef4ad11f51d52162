package ca.balise.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class HostileTokenTest {

    private static final TestTokens GOOD =
            TestTokens.as("alice").institution("HC").roles("deid-analyst").audience("deid");

    @Test
    void aGoodTokenVerifiesWithTheKeyOfThisJvm() throws GeneralSecurityException {
        String[] parts = GOOD.sign().split("\\.");
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(TestTokens.publicKey());
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        assertThat(signature.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
    }

    @Test
    void aGoodTokenCarriesWhatTheRealmPutsIn() {
        assertThat(claims(GOOD.sign()))
                .contains("\"iss\":\"https://issuer.test/realms/suite\"")
                .contains("\"institution\":\"HC\"")
                .contains("\"realm_access\":{\"roles\":[\"deid-analyst\"]}")
                .contains("\"aud\":\"deid\"");
    }

    @ParameterizedTest
    @EnumSource(HostileToken.class)
    void isNotTheGoodToken(HostileToken hostile) {
        assertThat(hostile.of(GOOD)).isNotEqualTo(GOOD.sign());
    }

    @Test
    void noTwoAreTheSame() {
        Set<String> all = new HashSet<>();
        Arrays.stream(HostileToken.values()).forEach(hostile -> all.add(hostile.of(GOOD)));
        assertThat(all).hasSameSizeAs(HostileToken.values());
    }

    @ParameterizedTest
    @CsvSource({
        "ALGORITHM_NONE, none",
        "ALGORITHM_NONE_IN_MIXED_CASE, nOnE",
        "HS256_WITH_THE_PUBLIC_KEY_AS_PEM, HS256",
        "HS256_WITH_THE_PUBLIC_KEY_AS_DER, HS256",
        "PS256_WITH_THE_RIGHT_KEY, PS256",
        "RS512_WITH_THE_RIGHT_KEY, RS512",
        "WRONG_KEY, RS256",
        "CHANGED_CLAIMS, RS256",
    })
    void saysTheAlgorithmItIsAbout(HostileToken hostile, String algorithm) {
        assertThat(decoded(hostile.of(GOOD), 0)).contains("\"alg\":\"" + algorithm + "\"");
    }

    @Test
    void changedClaimsAreChanged() {
        assertThat(claims(HostileToken.CHANGED_CLAIMS.of(GOOD))).contains("\"iat\":1,");
    }

    private static String claims(String token) {
        return decoded(token, 1);
    }

    private static String decoded(String token, int part) {
        return new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[part]), StandardCharsets.UTF_8);
    }
}
