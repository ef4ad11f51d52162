package ca.balise.kit.http.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ca.balise.kit.http.problem.ProblemException;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FourEyesTest {

    private static final Caller BOB = new Caller("b6b0cbc0", "HC", Set.of("deid-analyst", "deid-approver"));

    @Test
    void anotherPersonDecides() {
        assertThatCode(() -> FourEyes.require(BOB, "a11ce000")).doesNotThrowAnyException();
    }

    @Test
    void nobodyDecidesWhatHeSubmittedWhateverHisRoles() {
        var problem = catchThrowableOfType(ProblemException.class, () -> FourEyes.require(BOB, BOB.subject()));
        assertThat(problem.type().name()).isEqualTo("FOUR_EYES");
        assertThat(problem.type().status()).isEqualTo(403);
    }

    @Test
    void whereNobodyWasRecordedNobodyCanBeTold() {
        assertThatThrownBy(() -> FourEyes.require(BOB, " ")).isInstanceOf(IllegalArgumentException.class);
    }
}
