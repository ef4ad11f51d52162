package ca.balise.edge.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DoorProblemTest {

    @ParameterizedTest
    @EnumSource(DoorProblem.class)
    void saysWhatHappenedInBothLanguages(DoorProblem problem) {
        assertThat(problem.title().en())
                .isNotBlank()
                .isNotEqualTo(problem.title().fr());
        assertThat(problem.detail().en())
                .endsWith(".")
                .isNotEqualTo(problem.detail().fr());
        assertThat(problem.detail().fr()).endsWith(".").doesNotContain("'");
    }
}
