package ca.balise.genai.determination.model;

import static org.assertj.core.api.Assertions.assertThat;

import ca.balise.genai.determination.Cases;
import ca.balise.genai.determination.KnownCase;
import ca.balise.kit.reasoning.Fact;
import ca.balise.kit.reasoning.Facts;
import ca.balise.kit.reasoning.Readings;
import java.lang.reflect.Modifier;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A case that is kept is the same case when it is read again: the same facts, from where they came, and so the same answer. */
class KeptCaseTest {

    static Stream<KnownCase> cases() {
        return KnownCase.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isJudgedAsItWas(KnownCase known) {
        SuspensionCase asked = Cases.read(known.request());
        SuspensionCase kept =
                SuspensionCase.ofKept(asked.asOf(), asked.keptFacts().text());

        assertThat(kept.canonical()).isEqualTo(asked.canonical());
        assertThat(kept.facts().looks()).isEqualTo(asked.facts().looks());
        var then = Cases.RULES.determine(asked.facts(), Readings.adopted(), asked.asOf());
        var again = Cases.RULES.determine(kept.facts(), Readings.adopted(), kept.asOf());
        assertThat(again.trace()).isEqualTo(then.trace());
        assertThat(again.reasons()).isEqualTo(then.reasons());
        assertThat(Cases.RULES.changes(again)).isEqualTo(Cases.RULES.changes(then));
    }

    @Test
    void everyFactThatACallerCanStateIsKept() throws IllegalAccessException {
        for (var field : SuspensionFacts.class.getDeclaredFields()) {
            if (Modifier.isPublic(field.getModifiers()) && field.get(null) instanceof Fact<?> fact) {
                Facts.Builder facts = Facts.builder();
                state(fact, facts);
                var stated = new SuspensionCase(LocalDate.of(2025, 6, 2), facts.build());
                assertThat(SuspensionCase.ofKept(
                                        stated.asOf(), stated.keptFacts().text())
                                .facts()
                                .value(fact))
                        .as(fact.path())
                        .isEqualTo(stated.facts().value(fact))
                        .isNotNull();
            }
        }
    }

    /** Any value of the fact's own type; which type that is, its path or its values say. */
    @SuppressWarnings("unchecked")
    private static <T> void state(Fact<T> fact, Facts.Builder facts) {
        Object value =
                fact.values().isEmpty() ? valueOf(fact.path()) : fact.values().getFirst();
        facts.asserted(fact, (T) value);
    }

    private static Object valueOf(String path) {
        if (path.equals("use.activities")) {
            return Arrays.asList(Activity.values());
        }
        if (path.equals("measure.publicReports")) {
            return List.of(new ca.balise.genai.measure.model.PublicReport(LocalDate.of(2025, 12, 19), "MCN"));
        }
        if (path.endsWith("openConditions")) {
            return 3;
        }
        return path.endsWith("product") || path.endsWith("Instrument") ? "text" : LocalDate.of(2025, 1, 31);
    }
}
