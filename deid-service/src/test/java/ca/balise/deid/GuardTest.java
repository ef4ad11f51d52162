package ca.balise.deid;

import ca.balise.kit.testing.GuardTable;
import ca.balise.kit.testing.Knock;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the service answers before any operation is reached. */
@QuarkusTest
class GuardTest extends ServiceTest {

    private static final String SCORES = "/deid/v1/scores";
    private static final String SPECIFICATIONS = "/deid/v1/specifications";
    private static final String JOBS = "/deid/v1/jobs";
    private static final String NOBODYS = SPECIFICATIONS + "/019b76da-a803-77ae-98df-000000000000";

    static Stream<Knock> knocks() {
        return new GuardTable(
                        "/deid",
                        alice(),
                        NOBODYS,
                        List.of(
                                SCORES,
                                SPECIFICATIONS,
                                "/deid/v1/audit-events",
                                "/deid/v1/audit-events/verifications",
                                "/deid/v1/events",
                                JOBS),
                        List.of(SPECIFICATIONS + "/not-an-id", JOBS + "/not-an-id", JOBS + "/not-an-id/events"))
                .knocks();
    }

    @ParameterizedTest
    @MethodSource("knocks")
    void whoKnocksIsAnswered(Knock knock) {
        knock.check();
    }
}
