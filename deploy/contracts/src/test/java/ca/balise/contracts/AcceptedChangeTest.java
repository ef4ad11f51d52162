package ca.balise.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptedChangeTest {

    private static final String ENTRY = """
            - contract: deid
              operation: GET /deid/v1/surveys
              what: "answer 200 application/json, items[].title: removed"
              reason: Nobody may know.
              date: "2026-11-21"
              release: 0.2.0
            """;

    @Test
    void acceptsTheBreakItNames() throws IOException {
        AcceptedChange accepted = AcceptedChange.read(ENTRY).getFirst();

        assertThat(accepted.accepts(
                        "deid",
                        new Break("GET /deid/v1/surveys", "answer 200 application/json, items[].title: removed")))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "socialmedia | GET /deid/v1/surveys | answer 200 application/json, items[].title: removed",
                "deid | POST /deid/v1/surveys | answer 200 application/json, items[].title: removed",
                "deid | GET /deid/v1/surveys | answer 200 application/json, items[].id: removed"
            })
    void acceptsNoOther(String contract, String operation, String what) throws IOException {
        assertThat(AcceptedChange.read(ENTRY).getFirst().accepts(contract, new Break(operation, what)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"contract", "operation", "what", "reason", "date", "release"})
    void wantsEveryMember(String member) {
        assertThatThrownBy(() -> AcceptedChange.read(ENTRY.replaceFirst("(?m)" + member + ": .*$", "")))
                .hasMessageContaining(member);
    }

    @Test
    void wantsARealDate() {
        assertThatThrownBy(() -> AcceptedChange.read(ENTRY.replace("2026-11-21", "2026-11-31")))
                .hasMessageContaining("2026-11-31");
    }

    @Test
    void wantsAReason() {
        assertThatThrownBy(() -> AcceptedChange.read(ENTRY.replace("Nobody may know.", "\" \"")))
                .hasMessageContaining("blank");
    }
}
