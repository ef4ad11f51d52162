package ca.balise.kit.http.conditional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ca.balise.kit.http.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IfMatchTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                " * ",
                "\"12-0a\"",
                "\"12-another\"",
                "\"11-0a\", \"12-0a\"",
                "\"11-0a\",W/\"9-0a\" , \"12-0a\"",
                ", \"12-0a\",,",
                "\"a,\", \"12-0a\"",
            })
    void letsAChangeOfTheStateSeenPass(String header) {
        assertThatCode(() -> IfMatch.of(header).check(12)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"11-0a\"",
                "\"1-0a\"",
                "\"112-0a\"",
                "\"012-0a\"",
                "\"12\"",
                "\"\"",
                "\"*\"",
                "\"-12-0a\"",
                "W/\"12-0a\"",
                "\"x,W/12-0a\"",
                "\"9f86d081884c7d659a2feaa0c55ad015\"",
                "\"9-\", W/\"12-0a\"",
            })
    void stopsAChangeOfAnyOtherState(String header) {
        var problem = catchThrowableOfType(
                ProblemException.class, () -> IfMatch.of(header).check(12));
        assertThat(problem.type().name()).isEqualTo("PRECONDITION_FAILED");
        assertThat(problem.type().status()).isEqualTo(412);
        assertThat(problem.headers()).as("whoever overwrites should have read").isEmpty();
    }

    @Test
    void readsTheListFromSeveralHeaders() {
        assertThatCode(() -> IfMatch.of("\"1-a\"", "\"12-a\"").check(12)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12-0a",
                "\"12-0a",
                "w/\"12-0a\"",
                "\"1-a\" \"2-a\"",
                "*, \"12-0a\"",
                "**",
                "W/ \"12-0a\"",
                "\u00e9"
            })
    void saysWhatIsNoTag(String header) {
        var problem = catchThrowableOfType(
                ProblemException.class, () -> IfMatch.of(header).check(12));
        assertThat(problem.type().status()).isEqualTo(400);
        assertThat(problem.violations()).singleElement().satisfies(violation -> {
            assertThat(violation.pointer()).isEqualTo("If-Match");
            assertThat(violation.code()).isEqualTo("NOT_TAGS");
            assertThat(violation.message().en())
                    .isNotEqualTo(violation.message().fr());
        });
    }

    @Test
    void demandsTheHeader() {
        for (IfMatch absent : new IfMatch[] {IfMatch.of(), IfMatch.of(""), IfMatch.of(" ")}) {
            var problem = catchThrowableOfType(ProblemException.class, absent::require);
            assertThat(problem.type().name()).isEqualTo("PRECONDITION_REQUIRED");
            assertThat(problem.type().status()).isEqualTo(428);
        }
    }
}
