package ca.balise.kit.http.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFailureTest {

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    record Whole(int size, @Nullable List<Part> parts) {}

    record Part(long weight) {}

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"size\": 2147483648}                            | /size",
                "{\"parts\": [{}, {\"weight\": 9223372036854775808}]} | /parts/1/weight",
                "{\"parts\": 1}                                    | /parts",
                "[]                                                | ``",
                "[{\"size\": 1}]                                   | ``",
                "\"x\"                                             | ``",
                "7                                                 | ``",
                "true                                              | ``",
            })
    void pointsAtWhatIsSoundTextOfTheWrongKind(String text, String pointer) {
        ProblemException problem = JsonFailure.problem(failure(text));

        assertThat(problem.type()).isEqualTo(CommonProblem.INVALID_MEMBER);
        assertThat(problem.violations())
                .extracting(ProblemException.Violation::pointer)
                .containsExactly(pointer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "{", "{\"size\": }", "{\"size\": 1} {}", "{} 1", "{} \"x\"", "{\"parts\": [", "}", "nul"
            })
    void blamesNoMemberForBrokenText(String text) {
        ProblemException problem = JsonFailure.problem(failure(text));

        assertThat(problem.type()).isEqualTo(CommonProblem.MALFORMED_JSON);
        assertThat(problem.violations()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"size\": 1, \"size\": 1}                                  | /size",
                "{\"parts\": [{}, {\"weight\": 1, \"weight\": 2}]}           | /parts/1/weight",
                "{\"parts\": [], \"size\": 1, \"parts\": []}                 | /parts",
                "{\"a~b/c\": 1, \"a~b/c\": 1}                                | /a~0b~1c",
            })
    void pointsAtTheMemberThatIsGivenTwice(String text, String pointer) {
        ProblemException problem = JsonFailure.problem(failureOfTwice(text));

        assertThat(problem.type()).isEqualTo(CommonProblem.INVALID_MEMBER);
        assertThat(problem.violations()).singleElement().satisfies(violation -> {
            assertThat(violation.pointer()).isEqualTo(pointer);
            assertThat(violation.code()).isEqualTo("REPEATED_MEMBER");
        });
    }

    private static JsonProcessingException failureOfTwice(String text) {
        ObjectMapper strict = JSON.copy()
                .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        return catchThrowableOfType(
                JsonProcessingException.class,
                () -> strict.readValue(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), Whole.class));
    }

    private static JsonProcessingException failure(String text) {
        var body = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        return catchThrowableOfType(
                JsonProcessingException.class, () -> JSON.readerFor(Whole.class).readValue(body));
    }
}
