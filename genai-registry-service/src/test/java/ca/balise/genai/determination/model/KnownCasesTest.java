package ca.balise.genai.determination.model;

import static org.assertj.core.api.Assertions.assertThat;

import ca.balise.genai.determination.Cases;
import ca.balise.genai.determination.KnownCase;
import ca.balise.kit.reasoning.Fact;
import ca.balise.kit.reasoning.Source;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules on the cases with known answers, without a server. */
class KnownCasesTest {

    static Stream<KnownCase> cases() {
        return KnownCase.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theRulesAnswerTheCase(KnownCase known) {
        var determination = Cases.determine(known.request());

        assertThat(determination.status())
                .hasToString(known.expected().get("status").asText());
        assertThat(determination.conclusion().reason())
                .hasToString(known.expected().get("reasonCode").asText());
        assertThat(determination.conclusion().exemptionsMet())
                .extracting(Enum::name)
                .containsExactlyInAnyOrderElementsOf(known.texts("exceptionsMet"));
        assertThat(determination.missing()).extracting(Fact::path).containsAll(known.texts("missing"));
        assertThat(determination.duties()).containsAll(known.texts("obligations"));
        assertThat(determination.warnings()).containsAll(known.texts("warnings"));
        assertThat(determination.doubts())
                .extracting(doubt -> doubt.ambiguity().id())
                .containsAll(known.texts("ambiguities"));
        assertThat(determination.citations())
                .extracting(Source.Citation::paragraph)
                .containsAll(known.citations());
    }
}
