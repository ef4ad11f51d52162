package ca.balise.social;

import ca.balise.kit.testing.GuardTable;
import ca.balise.kit.testing.Knock;
import ca.balise.kit.testing.TestTokens;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the service answers before any operation is reached. */
@ComplianceTest
class GuardTest {

    private static final String PLATFORMS = "/socialmedia/v1/platforms";
    private static final String DEPARTMENTS = "/socialmedia/v1/departments";
    private static final String ACCOUNTS = "/socialmedia/v1/accounts";
    private static final String JOBS = "/socialmedia/v1/jobs";

    static Stream<Knock> knocks() {
        return new GuardTable(
                        "/socialmedia",
                        TestTokens.as("alice")
                                .institution("HC")
                                .roles("social-communications")
                                .audience("socialmedia"),
                        PLATFORMS,
                        List.of(
                                PLATFORMS,
                                DEPARTMENTS,
                                ACCOUNTS,
                                ACCOUNTS + "/imports",
                                ACCOUNTS + "/exports",
                                DEPARTMENTS + "/imports",
                                "/socialmedia/v1/audit-events",
                                "/socialmedia/v1/audit-events/verifications",
                                "/socialmedia/v1/events",
                                "/socialmedia/v1/determinations",
                                "/socialmedia/v1/retention-determinations",
                                JOBS),
                        List.of(
                                PLATFORMS + "/019b76da-a803-77ae-98df-000000000000",
                                PLATFORMS + "/not-an-id",
                                DEPARTMENTS + "/not-an-id",
                                ACCOUNTS + "/not-an-id",
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
