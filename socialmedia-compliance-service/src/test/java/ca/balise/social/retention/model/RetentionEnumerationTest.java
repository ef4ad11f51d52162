package ca.balise.social.retention.model;

import ca.balise.kit.reasoning.Facts;
import ca.balise.kit.reasoning.Readings;
import ca.balise.kit.reasoning.RuleBook;
import ca.balise.kit.testing.FactGrid;
import ca.balise.social.determination.model.Purpose;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every combination of what can be known of a record. */
class RetentionEnumerationTest {

    private static final RetentionRules RULES =
            new RetentionRules(RuleBook.read(RetentionEnumerationTest.class, "/rules/retention.yaml"));

    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 2);

    /** Whatever is known of a record there is one answer, and nothing that is not known, held or too young may go. */
    @Test
    void whateverIsKnownThereIsOneAnswer() {
        FactGrid grid = new FactGrid()
                .varyChoice(RetentionFacts.KIND, RecordKind.class)
                .varyChoice(RetentionFacts.PURPOSE, Purpose.class)
                .vary(
                        RetentionFacts.LAST_ADMINISTRATIVE_USE,
                        null,
                        AS_OF.minusYears(2),
                        AS_OF.minusYears(2).plusDays(1))
                .vary(RetentionFacts.NEEDED_UNTIL, null, AS_OF, AS_OF.plusDays(1))
                .vary(
                        RetentionFacts.ITEMS,
                        null,
                        items(),
                        items("HANDLE"),
                        items("COMMENT"),
                        items("HANDLE", "COMMENT"))
                .varyTruths(
                        RetentionFacts.STILL_NEEDED, RetentionFacts.LEGAL_HOLD, RetentionFacts.ACCESS_REQUEST_PENDING);
        for (int point = 0; point < grid.size(); point++) {
            Facts facts = grid.facts(point);
            var determination = RULES.determine(facts, Readings.adopted(), AS_OF);
            var conclusion = determination.conclusion();
            if (RULES.status(facts, Readings.adopted(), AS_OF) != determination.status()) {
                throw new AssertionError("in brief it is another at " + facts.byPath());
            }
            boolean mayGo =
                    conclusion.retention() == Retention.MAY_DISPOSE || conclusion.retention() == Retention.MUST_DELETE;
            boolean held = Boolean.TRUE.equals(facts.value(RetentionFacts.LEGAL_HOLD))
                    || Boolean.TRUE.equals(facts.value(RetentionFacts.ACCESS_REQUEST_PENDING));
            boolean unknown = facts.value(RetentionFacts.PURPOSE) == null;
            boolean guarded = conclusion.guard() != null;
            if ((mayGo && (held || unknown || guarded))
                    || guarded != (conclusion.retention() == Retention.INDETERMINATE)
                    || determination.reasons().isEmpty()) {
                throw new AssertionError(conclusion + " at " + facts.byPath());
            }
        }
    }

    private static List<HeldItem> items(String... texts) {
        return Stream.of(texts).map(HeldItem::new).toList();
    }
}
