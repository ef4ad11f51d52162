package ca.balise.kit.reasoning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TruthTest {

    /** Kleene's tables, written out. */
    @ParameterizedTest
    @CsvSource({
        "TRUE,    TRUE,    TRUE,    TRUE",
        "TRUE,    UNKNOWN, UNKNOWN, TRUE",
        "TRUE,    FALSE,   FALSE,   TRUE",
        "UNKNOWN, TRUE,    UNKNOWN, TRUE",
        "UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN",
        "UNKNOWN, FALSE,   FALSE,   UNKNOWN",
        "FALSE,   TRUE,    FALSE,   TRUE",
        "FALSE,   UNKNOWN, FALSE,   UNKNOWN",
        "FALSE,   FALSE,   FALSE,   FALSE",
    })
    void conjunctionAndDisjunctionFollowKleene(Truth left, Truth right, Truth and, Truth or) {
        assertThat(left.and(right)).isEqualTo(and);
        assertThat(left.or(right)).isEqualTo(or);
    }

    @ParameterizedTest
    @CsvSource({"TRUE, FALSE", "UNKNOWN, UNKNOWN", "FALSE, TRUE"})
    void negationKeepsTheUnknown(Truth truth, Truth negated) {
        assertThat(truth.not()).isEqualTo(negated);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {"true, TRUE", "false, FALSE", "null, UNKNOWN"})
    void anAbsentFactIsUnknown(Boolean fact, Truth truth) {
        assertThat(Truth.of(fact)).isEqualTo(truth);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {"TRUE, true", "FALSE, false", "UNKNOWN, null"})
    void theUnknownIsWrittenAsAbsent(Truth truth, Boolean fact) {
        assertThat(truth.toBoolean()).isEqualTo(fact);
    }

    @ParameterizedTest
    @CsvSource({"TRUE, true, false, false", "UNKNOWN, false, false, true", "FALSE, false, true, false"})
    void isOneOfThree(Truth truth, boolean isTrue, boolean isFalse, boolean isUnknown) {
        assertThat(truth.isTrue()).isEqualTo(isTrue);
        assertThat(truth.isFalse()).isEqualTo(isFalse);
        assertThat(truth.isUnknown()).isEqualTo(isUnknown);
    }
}
