package ca.balise.genai;

import ca.balise.kit.testing.GuardTable;
import ca.balise.kit.testing.Knock;
import ca.balise.kit.testing.TestTokens;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the registry answers before any operation is reached. */
@RegistryTest
class GuardTest {

    private static final String MEASURES = "/genai-registry/v1/measures";
    private static final String ORGANIZATIONS = "/genai-registry/v1/organizations";
    private static final String JOBS = "/genai-registry/v1/jobs";

    static Stream<Knock> knocks() {
        return new GuardTable(
                        "/genai-registry",
                        TestTokens.as("diane")
                                .institution("MSSS")
                                .roles("registry-declarant")
                                .audience("genai-registry"),
                        MEASURES,
                        List.of(
                                MEASURES,
                                ORGANIZATIONS,
                                "/genai-registry/v1/audit-events",
                                "/genai-registry/v1/audit-events/verifications",
                                "/genai-registry/v1/events",
                                JOBS),
                        List.of(
                                MEASURES + "/019b76da-a800-7631-8876-000000000000",
                                MEASURES + "/not-an-id",
                                ORGANIZATIONS + "/not-an-id",
                                JOBS + "/not-an-id",
                                JOBS + "/not-an-id/events"))
                .knocks();
    }

    @ParameterizedTest
    @MethodSource("knocks")
    void whoKnocksIsAnswered(Knock knock) {
        knock.check();
    }
}
