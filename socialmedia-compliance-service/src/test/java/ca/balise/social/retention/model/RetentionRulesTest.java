package ca.balise.social.retention.model;

import static org.assertj.core.api.Assertions.assertThat;

import ca.balise.kit.reasoning.Change;
import ca.balise.kit.reasoning.Determination;
import ca.balise.kit.reasoning.Fact;
import ca.balise.kit.reasoning.Facts;
import ca.balise.kit.reasoning.Readings;
import ca.balise.kit.reasoning.Reason;
import ca.balise.kit.reasoning.RuleBook;
import ca.balise.kit.reasoning.Source;
import ca.balise.social.determination.model.Compliance;
import ca.balise.social.determination.model.Purpose;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Question 11, cell by cell, and over ten years of days. */
class RetentionRulesTest {

    private static final RetentionRules RULES =
            new RetentionRules(RuleBook.read(RetentionRulesTest.class, "/rules/retention.yaml"));

    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 2);
    private static final List<HeldItem> BOTH = items("HANDLE", "COMMENT");

    @ParameterizedTest
    @CsvSource({
        "2026-03-15, 2028-03-15",
        "2024-02-29, 2026-03-01",
        "2024-02-28, 2026-02-28",
        "2022-02-28, 2024-02-28",
        "2024-12-31, 2026-12-31",
        "2026-11-02, 2028-11-02",
    })
    void twoFullYears(LocalDate lastUse, LocalDate earliest) {
        assertThat(RULES.period().earliestDisposal(lastUse)).isEqualTo(earliest);
    }

    /** Over ten years of last uses: kept on every day before two full years have passed, and on none from then on. */
    @Test
    void neverADayEarlyAndNeverADayLate() {
        for (LocalDate lastUse = LocalDate.of(2019, 12, 1);
                lastUse.isBefore(LocalDate.of(2030, 1, 1));
                lastUse = lastUse.plusDays(1)) {
            LocalDate earliest = RULES.period().earliestDisposal(lastUse);
            assertThat(earliest.minusYears(2)).isAfterOrEqualTo(lastUse);
            assertThat(earliest.minusDays(1).minusYears(2)).isBefore(lastUse);
            Facts facts = administrative(lastUse).build();
            assertThat(RULES.status(facts, Readings.adopted(), earliest.minusDays(1)))
                    .isEqualTo(Retention.RETAIN);
            assertThat(RULES.status(facts, Readings.adopted(), earliest)).isEqualTo(Retention.MAY_DISPOSE);
        }
    }

    @Test
    void aLaterUseNeverShortensTheTime() {
        LocalDate before = RULES.period().earliestDisposal(LocalDate.of(2019, 12, 1));
        for (LocalDate use = LocalDate.of(2019, 12, 2); use.isBefore(LocalDate.of(2030, 1, 1)); use = use.plusDays(1)) {
            LocalDate earliest = RULES.period().earliestDisposal(use);
            assertThat(earliest).isAfterOrEqualTo(before);
            before = earliest;
        }
    }

    @Test
    void anAdministrativeRecordIsKeptForTheMinimum() {
        var kept = determine(administrative(LocalDate.of(2026, 3, 15)), AS_OF);
        assertThat(kept.conclusion())
                .isEqualTo(new RetentionConclusion(
                        Retention.RETAIN,
                        LocalDate.of(2028, 3, 15),
                        null,
                        List.of(RecordItem.HANDLE, RecordItem.COMMENT),
                        Compliance.COMPLIANT));
        assertThat(kept.conclusion().guard()).isNull();
        assertThat(kept.doubts()).singleElement().satisfies(doubt -> {
            assertThat(doubt.ambiguity().id()).isEqualTo("S-A2");
            assertThat(doubt.statusUnderOtherReading()).isEqualTo(Retention.INDETERMINATE);
        });
        assertThat(main(kept)).isEqualTo("RETAIN");
        assertThat(paragraphs(kept)).contains("Q11.1", "Q11.1b");
        assertThat(findings(kept)).containsExactly("HELD=FALSE", "TWO_YEARS=RETAIN", "DECISION_RECORD=TRUE");

        var over = determine(administrative(LocalDate.of(2024, 11, 2)), AS_OF);
        assertThat(over.conclusion())
                .isEqualTo(
                        new RetentionConclusion(Retention.MAY_DISPOSE, AS_OF, null, List.of(), Compliance.COMPLIANT));
        assertThat(over.doubts()).isEmpty();
        assertThat(over.warnings()).containsExactly("VERIFY_NO_HOLD");
        assertThat(main(over)).isEqualTo("MAY_DISPOSE");
        assertThat(findings(over)).containsExactly("HELD=FALSE", "TWO_YEARS=MAY_DISPOSE");
    }

    @Test
    void aHoldOrAPendingRequestKeepsAnyRecord() {
        for (Fact<Boolean> hold : List.of(RetentionFacts.LEGAL_HOLD, RetentionFacts.ACCESS_REQUEST_PENDING)) {
            for (Facts.Builder facts : List.of(
                    administrative(LocalDate.of(2020, 1, 1)),
                    Facts.builder()
                            .asserted(RetentionFacts.PURPOSE, Purpose.NON_ADMINISTRATIVE)
                            .asserted(RetentionFacts.STILL_NEEDED, false)
                            .asserted(RetentionFacts.NEEDED_UNTIL, LocalDate.of(2026, 10, 1)),
                    Facts.builder())) {
                var held = determine(facts.asserted(hold, true), AS_OF);
                assertThat(held.status()).isEqualTo(Retention.RETAIN);
                assertThat(main(held)).isEqualTo("RETAIN_WHILE_HELD");
                assertThat(held.conclusion().overdueSince()).isNull();
                assertThat(held.warnings()).isEmpty();
                assertThat(findings(held)).contains("HELD=TRUE");
            }
        }
        var held =
                determine(administrative(LocalDate.of(2026, 3, 15)).asserted(RetentionFacts.LEGAL_HOLD, true), AS_OF);
        assertThat(held.conclusion().earliestDisposal()).isEqualTo(LocalDate.of(2028, 3, 15));
        assertThat(held.conclusion().mustKeep()).containsExactly(RecordItem.HANDLE, RecordItem.COMMENT);
        assertThat(determine(nonAdministrative(false, null).asserted(RetentionFacts.LEGAL_HOLD, true), AS_OF)
                        .conclusion())
                .isEqualTo(new RetentionConclusion(Retention.RETAIN, null, null, List.of(), Compliance.COMPLIANT));
    }

    @Test
    void aHoldThatWasDeniedNeedsNoWarning() {
        var denied = administrative(LocalDate.of(2020, 1, 1))
                .asserted(RetentionFacts.LEGAL_HOLD, false)
                .asserted(RetentionFacts.ACCESS_REQUEST_PENDING, false);
        assertThat(determine(denied, AS_OF).warnings()).isEmpty();
        assertThat(determine(denied.asserted(RetentionFacts.LEGAL_HOLD, null), AS_OF)
                        .warnings())
                .containsExactly("VERIFY_NO_HOLD");
        assertThat(determine(
                                denied.asserted(RetentionFacts.LEGAL_HOLD, false)
                                        .asserted(RetentionFacts.ACCESS_REQUEST_PENDING, null),
                                AS_OF)
                        .warnings())
                .containsExactly("VERIFY_NO_HOLD");
    }

    @Test
    void whatIsNotKnownIsNotDeleted() {
        requireUnknown(Facts.builder(), "record.purpose", "record.kind");
        requireUnknown(
                Facts.builder()
                        .asserted(RetentionFacts.PURPOSE, Purpose.ADMINISTRATIVE)
                        .asserted(RetentionFacts.KIND, RecordKind.OTHER),
                "record.lastAdministrativeUse");
        requireUnknown(
                Facts.builder()
                        .asserted(RetentionFacts.PURPOSE, Purpose.NON_ADMINISTRATIVE)
                        .asserted(RetentionFacts.NEEDED_UNTIL, LocalDate.of(2020, 1, 1)),
                "record.stillNeeded");
    }

    private static void requireUnknown(Facts.Builder facts, String... missing) {
        var unknown = determine(facts, AS_OF);
        assertThat(unknown.status()).isEqualTo(Retention.INDETERMINATE);
        assertThat(unknown.conclusion().guard()).isEqualTo(Guard.DO_NOT_DELETE);
        assertThat(unknown.conclusion().compliance()).isEqualTo(Compliance.INDETERMINATE);
        assertThat(unknown.missing()).extracting(Fact::path).containsExactly(missing);
        assertThat(main(unknown)).isEqualTo("RETENTION_UNKNOWN");
        assertThat(findings(unknown)).anyMatch(finding -> finding.endsWith("=UNKNOWN"));
    }

    @Test
    void otherRecordsGoAsSoonAsTheyAreNotNeeded() {
        var gone = determine(nonAdministrative(false, LocalDate.of(2026, 10, 1)), AS_OF);
        assertThat(gone.conclusion())
                .isEqualTo(new RetentionConclusion(
                        Retention.MUST_DELETE, null, LocalDate.of(2026, 10, 1), List.of(), Compliance.NON_COMPLIANT));
        assertThat(main(gone)).isEqualTo("MUST_DELETE");
        assertThat(gone.warnings()).containsExactly("VERIFY_NO_HOLD");
        assertThat(paragraphs(gone)).contains("Q11.2");
        assertThat(findings(gone)).containsExactly("HELD=FALSE", "NEEDED=MUST_DELETE");
        assertThat(gone.missing()).isEmpty();

        assertThat(determine(nonAdministrative(false, AS_OF), AS_OF)
                        .conclusion()
                        .overdueSince())
                .isEqualTo(AS_OF);
        var early = determine(nonAdministrative(false, AS_OF.plusDays(1)), AS_OF);
        assertThat(early.conclusion().overdueSince()).isNull();
        assertThat(early.conclusion().compliance()).isEqualTo(Compliance.ACTION_REQUIRED);
        var undated = determine(nonAdministrative(false, null), AS_OF);
        assertThat(undated.status()).isEqualTo(Retention.MUST_DELETE);
        assertThat(undated.missing()).containsExactly(RetentionFacts.NEEDED_UNTIL);
    }

    @Test
    void otherRecordsAreKeptNoLongerThanNeeded() {
        var needed = determine(nonAdministrative(true, AS_OF.plusDays(1)), AS_OF);
        assertThat(needed.conclusion())
                .isEqualTo(new RetentionConclusion(
                        Retention.MAY_KEEP_WHILE_NEEDED, null, null, List.of(), Compliance.COMPLIANT));
        assertThat(main(needed)).isEqualTo("MAY_KEEP_WHILE_NEEDED");
        assertThat(needed.warnings()).isEmpty();
        assertThat(findings(needed)).contains("NEEDED=MAY_KEEP_WHILE_NEEDED");
        assertThat(determine(nonAdministrative(true, AS_OF), AS_OF).warnings())
                .containsExactly("NEED_PAST_PLANNED_END");
    }

    @Test
    void theRecordOfABlockHoldsHandleAndComment() {
        var lacking = determine(
                administrative(LocalDate.of(2026, 3, 15)).asserted(RetentionFacts.ITEMS, items("HANDLE", "PHOTO")),
                AS_OF);
        assertThat(lacking.duties()).containsExactly("MISSING_COMMENT_RECORD");
        assertThat(lacking.conclusion().compliance()).isEqualTo(Compliance.NON_COMPLIANT);
        assertThat(findings(lacking)).contains("DECISION_RECORD=FALSE");
        assertThat(sourceOf(lacking, "MISSING_COMMENT_RECORD")).isInstanceOf(Source.Citation.class);
        var empty = determine(administrative(LocalDate.of(2026, 3, 15)).asserted(RetentionFacts.ITEMS, items()), AS_OF);
        assertThat(empty.duties()).containsExactly("MISSING_HANDLE_RECORD", "MISSING_COMMENT_RECORD");
        var unknown = determine(administrative(LocalDate.of(2026, 3, 15)).asserted(RetentionFacts.ITEMS, null), AS_OF);
        assertThat(unknown.conclusion().compliance()).isEqualTo(Compliance.INDETERMINATE);
        assertThat(unknown.duties()).isEmpty();
        assertThat(unknown.missing()).containsExactly(RetentionFacts.ITEMS);
        assertThat(findings(unknown)).contains("DECISION_RECORD=UNKNOWN");
        var over = determine(administrative(LocalDate.of(2020, 3, 15)).asserted(RetentionFacts.ITEMS, items()), AS_OF);
        assertThat(over.duties()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"COMMENT_REMOVAL", "COMMENT_REFUSAL", "COMMENT_EDIT"})
    void keepingRemovalsAndEditsIsOurExtension(RecordKind kind) {
        var lacking = determine(
                administrative(LocalDate.of(2026, 3, 15))
                        .asserted(RetentionFacts.KIND, kind)
                        .asserted(RetentionFacts.ITEMS, items()),
                AS_OF);
        assertThat(lacking.duties()).containsExactly("MISSING_HANDLE_RECORD", "MISSING_COMMENT_RECORD");
        assertThat(sourceOf(lacking, "MISSING_COMMENT_RECORD")).isInstanceOf(Source.OwnRule.class);
        assertThat(lacking.conclusion().compliance()).isEqualTo(Compliance.ACTION_REQUIRED);
        assertThat(findings(lacking)).contains("DECISION_RECORD_BY_EXTENSION=FALSE");
    }

    @ParameterizedTest
    @EnumSource(names = {"DIRECT_MESSAGE", "TRAFFIC_STATS", "MAILING_LIST_ENTRY", "OTHER"})
    void otherRecordsHoldWhatTheyHold(RecordKind kind) {
        var record = determine(
                administrative(LocalDate.of(2026, 3, 15))
                        .asserted(RetentionFacts.KIND, kind)
                        .asserted(RetentionFacts.ITEMS, null),
                AS_OF);
        assertThat(record.conclusion().mustKeep()).isEmpty();
        assertThat(record.conclusion().compliance()).isEqualTo(Compliance.COMPLIANT);
        assertThat(record.missing()).isEmpty();
        assertThat(determine(nonAdministrative(true, null).asserted(RetentionFacts.KIND, kind), AS_OF)
                        .warnings())
                .isEmpty();
    }

    @Test
    void aDecisionThatIsSaidToServeNoAdministrativePurposeIsQuestioned() {
        var odd = determine(
                nonAdministrative(false, null).asserted(RetentionFacts.KIND, RecordKind.BLOCK_DECISION), AS_OF);
        assertThat(odd.status()).isEqualTo(Retention.MUST_DELETE);
        assertThat(odd.warnings()).containsExactly("DECISION_SERVES_ADMINISTRATIVE_PURPOSES", "VERIFY_NO_HOLD");
        assertThat(odd.conclusion().mustKeep()).isEmpty();
    }

    @Test
    void changesNameWhatWouldDecide() {
        var unknown = determine(Facts.builder().asserted(RetentionFacts.PURPOSE, Purpose.ADMINISTRATIVE), AS_OF);
        assertThat(RULES.changes(unknown))
                .containsExactlyInAnyOrder(
                        new Change<>(List.of(RetentionFacts.LEGAL_HOLD), Retention.RETAIN),
                        new Change<>(List.of(RetentionFacts.ACCESS_REQUEST_PENDING), Retention.RETAIN),
                        new Change<>(List.of(RetentionFacts.LAST_ADMINISTRATIVE_USE), Retention.RETAIN),
                        new Change<>(List.of(RetentionFacts.LAST_ADMINISTRATIVE_USE), Retention.MAY_DISPOSE));
    }

    @Test
    void onlyWhatTheRulesKnowIsShown() {
        assertThat(Stream.of("HANDLE", "COMMENT", "a photo").map(text -> new HeldItem(text).toString()))
                .containsExactly("HANDLE", "COMMENT", "OTHER");
    }

    private static List<HeldItem> items(String... texts) {
        return Stream.of(texts).map(HeldItem::new).toList();
    }

    private static Facts.Builder administrative(LocalDate lastUse) {
        return Facts.builder()
                .asserted(RetentionFacts.KIND, RecordKind.BLOCK_DECISION)
                .asserted(RetentionFacts.PURPOSE, Purpose.ADMINISTRATIVE)
                .asserted(RetentionFacts.LAST_ADMINISTRATIVE_USE, lastUse)
                .asserted(RetentionFacts.ITEMS, BOTH);
    }

    private static Facts.Builder nonAdministrative(boolean needed, @Nullable LocalDate until) {
        return Facts.builder()
                .asserted(RetentionFacts.KIND, RecordKind.TRAFFIC_STATS)
                .asserted(RetentionFacts.PURPOSE, Purpose.NON_ADMINISTRATIVE)
                .asserted(RetentionFacts.STILL_NEEDED, needed)
                .asserted(RetentionFacts.NEEDED_UNTIL, until);
    }

    private static Determination<RetentionConclusion, Retention> determine(Facts.Builder facts, LocalDate asOf) {
        return RULES.determine(facts.build(), Readings.adopted(), asOf);
    }

    private static String main(Determination<?, ?> determination) {
        return determination.reasons().getFirst().code();
    }

    private static List<String> paragraphs(Determination<?, ?> determination) {
        return determination.citations().stream()
                .map(Source.Citation::paragraph)
                .toList();
    }

    private static List<String> findings(Determination<?, ?> determination) {
        return determination.trace().stream()
                .map(step -> step.finding().code() + "=" + step.answer())
                .toList();
    }

    private static Source sourceOf(Determination<?, ?> determination, String code) {
        return determination.reasons().stream()
                .filter(reason -> reason.code().equals(code))
                .map(Reason::source)
                .findFirst()
                .orElseThrow();
    }
}
