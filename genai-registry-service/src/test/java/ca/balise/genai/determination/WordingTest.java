package ca.balise.genai.determination;

import static org.assertj.core.api.Assertions.assertThat;

import ca.balise.genai.determination.model.Activity;
import ca.balise.genai.determination.model.Addressee;
import ca.balise.genai.determination.model.BusinessCaseBasis;
import ca.balise.genai.determination.model.ChangeScope;
import ca.balise.genai.determination.model.Decision;
import ca.balise.genai.determination.model.Exemption;
import ca.balise.genai.determination.model.ExemptionState;
import ca.balise.genai.determination.model.Officer;
import ca.balise.genai.determination.model.Opinion;
import ca.balise.genai.determination.model.Payer;
import ca.balise.genai.determination.model.PrimaryPurpose;
import ca.balise.genai.determination.model.RelevanceDocument;
import ca.balise.genai.determination.model.SecurityUnit;
import ca.balise.genai.determination.model.SuspensionFacts;
import ca.balise.genai.determination.model.SuspensionStatus;
import ca.balise.genai.determination.model.UseMode;
import ca.balise.genai.determination.model.UseScale;
import ca.balise.kit.http.language.Language;
import ca.balise.kit.reasoning.Fact;
import ca.balise.kit.reasoning.Force;
import ca.balise.kit.reasoning.Provenance;
import ca.balise.kit.reasoning.Step;
import ca.balise.kit.reasoning.Truth;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordingTest {

    @ParameterizedTest
    @EnumSource
    void everyFactHasAName(Language language) {
        List<Fact<?>> facts = Arrays.stream(SuspensionFacts.class.getFields())
                .<Fact<?>>map(field -> {
                    try {
                        return (Fact<?>) field.get(null);
                    } catch (IllegalAccessException e) {
                        throw new AssertionError(e);
                    }
                })
                .toList();
        assertThat(facts)
                .hasSizeGreaterThan(55)
                .allSatisfy(fact -> assertThat(new Wording(language).of(fact)).isNotBlank());
    }

    @ParameterizedTest
    @EnumSource
    void everyCodeHasItsWords(Language language) {
        var words = new Wording(language);
        Stream.of(
                        PrimaryPurpose.values(),
                        UseMode.values(),
                        UseScale.values(),
                        Activity.values(),
                        Payer.values(),
                        Officer.values(),
                        BusinessCaseBasis.values(),
                        Opinion.values(),
                        SecurityUnit.values(),
                        RelevanceDocument.values(),
                        Addressee.values(),
                        ChangeScope.values(),
                        Decision.values())
                .flatMap(Arrays::stream)
                .forEach(value -> assertThat(words.of("value", value)).isNotBlank());
        for (Truth truth : Truth.values()) {
            assertThat(words.of("answer", truth)).isNotBlank();
        }
        for (ExemptionState state : ExemptionState.values()) {
            assertThat(words.of("answer", state)).isNotBlank();
            assertThat(words.of("state", state)).isNotBlank();
        }
        for (SuspensionStatus status : SuspensionStatus.values()) {
            assertThat(words.of("status", status)).isNotBlank();
        }
        for (Force force : Force.values()) {
            assertThat(words.of("force", force)).isNotBlank();
        }
        for (Exemption exemption : Exemption.values()) {
            assertThat(words.of("exception", exemption)).isNotBlank();
        }
    }

    @Test
    void aValueIsShownInWordsAndADayAsItIs() {
        var words = new Wording(Language.FR);
        assertThat(words.valueOf(look(SuspensionFacts.PERSONAL, "true"))).isEqualTo("oui");
        assertThat(words.valueOf(look(SuspensionFacts.DECIDED_ON, "2025-06-02")))
                .isEqualTo("2025-06-02");
        assertThat(words.valueOf(look(SuspensionFacts.OPEN_CONDITIONS, "2"))).isEqualTo("2");
        assertThat(words.valueOf(look(SuspensionFacts.ACTIVITIES, "DEPLOYMENT, SUBSCRIPTION")))
                .isEqualTo("déploiement, abonnement");
        assertThat(words.valueOf(look(SuspensionFacts.ACTIVITIES, ""))).isEqualTo("aucun de ceux énumérés");
        assertThat(words.valueOf(look(SuspensionFacts.PRODUCT, null))).isEqualTo("donné (le texte n’est pas répété)");
        assertThat(words.valueOf(new Step.Look(SuspensionFacts.PRODUCT, null, Provenance.UNKNOWN)))
                .isEqualTo("inconnu");
        assertThat(words.provenanceOf(new Step.Look(SuspensionFacts.PRODUCT, null, Provenance.UNKNOWN)))
                .isEmpty();
        assertThat(words.provenanceOf(look(SuspensionFacts.PERSONAL, "true"))).isEqualTo("affirmé dans la demande");
    }

    private static Step.Look look(Fact<?> fact, String value) {
        return new Step.Look(fact, value, Provenance.ASSERTED);
    }

    /** Qute falls back on the other language in silence. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void theHeadingsHaveEveryTextInBothLanguages(String language) throws IOException {
        assertThat(texts("/messages/explanation_" + language).stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(ExplanationTexts.class.getDeclaredMethods())
                        .map(Method::getName)
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/messages/explanation_fr", "/ca/balise/genai/determination/Wording_fr"})
    void frenchIsWrittenAsCanadiansDo(String bundle) throws IOException {
        assertThat(texts(bundle).values())
                .isNotEmpty()
                .allSatisfy(text -> assertThat((String) text)
                        .doesNotContain("'", "\"")
                        .doesNotContainPattern("[ \\u00A0][;?!]|[^\\u00A0/]:(?!/)|«[^\\u00A0]|[^\\u00A0]»"));
    }

    private static Properties texts(String bundle) throws IOException {
        var texts = new Properties();
        try (var file = WordingTest.class.getResourceAsStream(bundle + ".properties");
                var reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }
}
