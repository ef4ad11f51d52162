package ca.balise.genai.determination.model;

import static org.assertj.core.api.Assertions.assertThat;

import ca.balise.genai.determination.Cases;
import ca.balise.kit.reasoning.canonical.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class StoredDeterminationTest {

    private static final SecretKey KEY = new SecretKeySpec(new byte[32], "HmacSHA256");
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private static JudgedCase judge(String... changes) {
        return JudgedCase.judge(Cases.RULES, Cases.read(Cases.request(changes)), KEY, NOW);
    }

    @Test
    void keepsTheCaseTheRulesAndWhatTheySaid() {
        StoredDetermination stored = StoredDetermination.of(judge());

        assertThat(stored.input().text()).startsWith("{\"asOf\":\"2025-06-02\",\"facts\":{");
        assertThat(stored.rulesetVersion()).isEqualTo(Cases.BOOK.version());
        assertThat(stored.asOf()).isEqualTo("2025-06-02");
        assertThat(stored.status()).isEqualTo(SuspensionStatus.SUSPENDED);
        assertThat(stored.reason()).isEqualTo(ReasonCode.PROJECT_COVERED);
        assertThat(stored.decidedAt()).isEqualTo(NOW);
        assertThat(stored.inputHash()).matches("[0-9a-f]{64}");
    }

    @Test
    void equalCasesHaveEqualHashesAndAnotherKeyGivesAnother() {
        assertThat(judge().inputHash())
                .isEqualTo(judge("/facts/use/payer", "null").inputHash());
        assertThat(judge().inputHash())
                .isNotEqualTo(judge("/asOf", "\"2025-06-03\"").inputHash());
        SecretKey other =
                new SecretKeySpec("another key of thirty-two bytes.".getBytes(StandardCharsets.US_ASCII), "HmacSHA256");
        assertThat(StoredDetermination.of(judge()).isSound(other)).isFalse();
    }

    @Test
    void anInputThatWasChangedIsFoundOut() {
        StoredDetermination stored = StoredDetermination.of(judge());
        assertThat(stored.isSound(KEY)).isTrue();
        assertThat(new StoredDetermination(
                                CanonicalJson.of(Map.of("asOf", "2025-06-02", "facts", Map.of())),
                                stored.inputHash(),
                                stored.rulesetVersion(),
                                stored.asOf(),
                                stored.status(),
                                stored.reason(),
                                stored.decidedAt())
                        .isSound(KEY))
                .isFalse();
    }

    @Test
    void whatWouldChangeItGoesWithTheJudgment() {
        assertThat(judge().changes()).isNotEmpty();
        assertThat(judge().determination().status()).isEqualTo(SuspensionStatus.SUSPENDED);
    }
}
