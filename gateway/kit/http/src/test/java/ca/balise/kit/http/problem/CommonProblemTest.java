package ca.balise.kit.http.problem;

import static org.assertj.core.api.Assertions.assertThat;

import ca.balise.kit.reasoning.BilingualText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommonProblemTest {

    @ParameterizedTest
    @EnumSource(CommonProblem.class)
    void everyProblemSpeaksBothLanguages(CommonProblem problem) {
        assertSpeaksBoth(problem.title());
        assertSpeaksBoth(problem.detail("/a", 2));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 405, 406, 408, 409, 412, 413, 414, 415, 422, 428, 429, 431, 503})
    void aStatusTheFrameworkChoseKeepsItsStatus(int status) {
        assertThat(CommonProblem.ofStatus(status).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 501, 502, 599})
    void anyOtherFaultOfOursIsInternal(int status) {
        assertThat(CommonProblem.ofStatus(status)).isEqualTo(CommonProblem.INTERNAL_ERROR);
    }

    private static void assertSpeaksBoth(BilingualText text) {
        assertThat(text.en()).isNotEqualTo(text.fr()).doesNotContain("{").doesNotContain("'");
        // An ASCII apostrophe is an escape to MessageFormat: it would vanish, and the figure after it with it.
        assertThat(text.fr()).doesNotContain("{").doesNotContain("'");
    }
}
