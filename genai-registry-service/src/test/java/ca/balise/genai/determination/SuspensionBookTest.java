package ca.balise.genai.determination;

import static org.assertj.core.api.Assertions.assertThat;

import ca.balise.genai.determination.model.ReasonCode;
import ca.balise.genai.determination.model.SuspensionStatus;
import ca.balise.kit.reasoning.Ambiguity;
import ca.balise.kit.reasoning.BilingualText;
import ca.balise.kit.reasoning.Finding;
import ca.balise.kit.reasoning.Force;
import ca.balise.kit.reasoning.Rule;
import ca.balise.kit.reasoning.Source;
import ca.balise.kit.testing.SharedMaterial;
import ca.balise.kit.testing.VerbatimQuotes;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The rules as data. */
class SuspensionBookTest {

    @Test
    void everyQuoteStandsInTheFaqToTheLetter() {
        VerbatimQuotes.assertAllStandIn(Cases.BOOK);
    }

    @Test
    void aParagraphIsWhatTheCasesCallIt() throws IOException {
        JsonNode paragraphs = new ObjectMapper()
                .readTree(SharedMaterial.caseFile("genai-determinations.json").toFile())
                .get("paragraphs");
        paragraphs
                .properties()
                .forEach(known -> assertThat(Cases.BOOK.citations())
                        .as(known.getKey())
                        .anyMatch(citation -> citation.paragraph().equals(known.getKey())
                                && citation.quote()
                                        .contains(
                                                known.getValue().get("quoteFr").asText())));
    }

    /** A status that obliges is never told with less, and one that does not never with more. */
    @ParameterizedTest
    @EnumSource
    void aReasonBindsAsItsStatusDoes(ReasonCode code) {
        Force force = Cases.BOOK.rule(code.name()).force();
        switch (code.status()) {
            case SUSPENDED -> assertThat(force).isEqualTo(Force.MUST);
            case INDETERMINATE -> assertThat(force).isEqualTo(Force.REFER);
            case NOT_COVERED, NOT_IN_FORCE, LIFTED, EXCEPTED ->
                assertThat(force).isIn(Force.MAY, Force.REFER);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyStatusHasAReason(SuspensionStatus status) {
        assertThat(ReasonCode.values()).anyMatch(code -> code.status() == status);
    }

    @Test
    void theEighteenOpenPointsHaveBothReadings() {
        assertThat(Cases.BOOK.ambiguities())
                .extracting(Ambiguity::id)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 18).mapToObj(i -> "G-A" + i).toList());
        assertThat(Cases.BOOK.ambiguities())
                .allSatisfy(ambiguity -> assertThat(ambiguity.citations()).isNotEmpty());
    }

    @Test
    void whatIsOursIsLabelledSo() {
        assertThat(Cases.BOOK.rules().stream()
                        .filter(rule -> rule.source() instanceof Source.OwnRule)
                        .map(Rule::code))
                .containsExactlyInAnyOrder(
                        "BEFORE_IN_FORCE",
                        "REPLACED",
                        "PROJECT_COVERED_INTERPRETIVE",
                        "VENDOR_AUTO_ENABLED",
                        "SUCCESSOR_INSTRUMENT_APPLIES",
                        "VERIFY_SUCCESSOR");
    }

    @Test
    void frenchIsWrittenAsCanadiansDo() {
        assertThat(texts().map(BilingualText::fr))
                .allSatisfy(text -> assertThat(text)
                        .doesNotContain("'", "\"")
                        .doesNotContainPattern("[ \\u00A0][;?!]|[^\\u00A0]:|«[^\\u00A0]|[^\\u00A0]»"));
    }

    @Test
    void englishUsesTypographicApostrophes() {
        assertThat(texts().map(BilingualText::en))
                .allSatisfy(text -> assertThat(text).doesNotContain("'", "\"").endsWith("."));
    }

    private static Stream<BilingualText> texts() {
        List<BilingualText> texts = new ArrayList<>();
        for (Rule rule : Cases.BOOK.rules()) {
            texts.add(rule.message());
            if (rule.source() instanceof Source.OwnRule own) {
                texts.add(own.rationale());
            }
        }
        Cases.BOOK.findings().stream().map(Finding::message).forEach(texts::add);
        for (Ambiguity ambiguity : Cases.BOOK.ambiguities()) {
            texts.addAll(List.of(ambiguity.readingAdopted(), ambiguity.otherReading(), ambiguity.rationale()));
        }
        return texts.stream();
    }
}
