package ca.balise.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What callers of the released contracts rely on is kept, but for what is recorded. */
class ReleasedContractTest {

    static List<String> contracts() {
        return Contracts.names();
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void breaksNothingThatIsReleased(String contract) throws IOException {
        List<AcceptedChange> accepted = accepted();

        assertThat(breaks(contract))
                .as(
                        "breaks of the released contract %s.yaml: undo them, or record each in accepted-changes.yaml (README.md)",
                        contract)
                .allSatisfy(found -> assertThat(accepted)
                        .as(found.toString())
                        .anySatisfy(change ->
                                assertThat(change.accepts(contract, found)).isTrue()));
    }

    @Test
    void recordsNoBreakThatIsNone() throws IOException {
        assertThat(accepted())
                .as("an accepted change matches nothing any more: remove it")
                .allSatisfy(change -> assertThat(breaks(change.contract()))
                        .anySatisfy(found -> assertThat(change.accepts(change.contract(), found))
                                .isTrue()));
    }

    private static List<AcceptedChange> accepted() throws IOException {
        return AcceptedChange.read(Contracts.text(Path.of("accepted-changes.yaml")));
    }

    private static List<Break> breaks(String contract) {
        assertThat(Contracts.names()).contains(contract);
        return Breaks.between(
                Contracts.text(Contracts.released(contract)), Contracts.text(Contracts.current(contract)));
    }
}
