package ca.balise.kit.reasoning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The kernel on a toy: a gate is open to members, and to guests of a member from a day on. */
class ReasoningTest {

    private enum Colour {
        RED,
        GREEN,
        BLUE
    }

    private static final LocalDate DAY = LocalDate.of(2025, 6, 2);

    private static final Fact<Boolean> MEMBER = Fact.truth("person.member");
    private static final Fact<Colour> BADGE = Fact.choice("person.badge", Colour.class);
    private static final Fact<LocalDate> SINCE = Fact.date("invitation.since");
    private static final Fact<String> WHY = Fact.text("invitation.why", "FAMILY");
    private static final Fact<List<Colour>> COLOURS = Fact.list("person.colours");

    private static final RuleBook BOOK = book();

    private static final Reasoning<String, String> GATE = new Reasoning<>(BOOK, ReasoningTest::gate, word -> word);

    private static String gate(Inquiry look) {
        if (look.isShown(MEMBER)) {
            look.conclude("R1", Truth.TRUE, "IS_MEMBER");
            look.duty("SHOW_CARD");
            return "OPEN";
        }
        look.find("R1", look.truth(MEMBER), "IS_NO_MEMBER");
        boolean badge = look.is(BADGE, Colour.GREEN) || look.is(BADGE, Colour.BLUE) && look.takesOther("X-A1");
        boolean invited = look.isReached(SINCE, look.asOf());
        if (!badge) {
            look.lacks(BADGE);
        }
        if (!invited) {
            look.lacks(SINCE);
        }
        look.known(WHY);
        if (badge && invited) {
            look.conclude("R2", Truth.TRUE, "IS_GUEST");
            look.warn("GUEST_LEAVES_EARLY");
            look.warn("GUEST_LEAVES_EARLY");
            return "OPEN";
        }
        look.find("R2", Truth.FALSE, "IS_NO_GUEST");
        look.reason("WAIT", 3);
        return "CLOSED";
    }

    @Test
    void aRuleThatFiresEndsTheTrace() {
        var determination = determine(Facts.builder().asserted(MEMBER, true).build());

        assertThat(determination.status()).isEqualTo("OPEN");
        assertThat(determination.trace()).singleElement().satisfies(step -> {
            assertThat(step.rule()).isEqualTo("R1");
            assertThat(step.answer()).isEqualTo("TRUE");
            assertThat(step.fired()).isTrue();
            assertThat(step.finding().code()).isEqualTo("IS_MEMBER");
            assertThat(step.facts()).containsExactly(new Step.Look(MEMBER, "true", Provenance.ASSERTED));
        });
        assertThat(determination.duties()).containsExactly("SHOW_CARD");
        assertThat(determination.reasons()).containsExactly(BOOK.reason("SHOW_CARD"));
        assertThat(determination.missing()).isEmpty();
    }

    @Test
    void eachStepHoldsTheFactsLookedAtSinceTheOneBeforeEachOnce() {
        var determination = determine(Facts.builder()
                .asserted(MEMBER, false)
                .recorded(BADGE, Colour.RED)
                .build());

        assertThat(determination.trace()).extracting(Step::fired).containsExactly(false, false);
        assertThat(determination.trace().get(0).facts()).hasSize(1);
        assertThat(determination.trace().get(1).facts())
                .containsExactly(
                        new Step.Look(BADGE, "RED", Provenance.RECORDED),
                        new Step.Look(SINCE, null, Provenance.UNKNOWN),
                        new Step.Look(WHY, null, Provenance.UNKNOWN));
    }

    @Test
    void openTextIsNeverShownButItsCodesAre() {
        var free = determine(Facts.builder().asserted(WHY, "Jeanne Tremblay").build());
        var code = determine(Facts.builder().asserted(WHY, "FAMILY").build());

        assertThat(free.trace().toString()).doesNotContain("Tremblay");
        assertThat(free.trace().getLast().facts().getLast()).isEqualTo(new Step.Look(WHY, null, Provenance.ASSERTED));
        assertThat(code.trace().getLast().facts().getLast().value()).isEqualTo("FAMILY");
        assertThat(Fact.structure("free").shown(List.of("Jeanne"))).isNull();
    }

    @Test
    void aListIsShownWithCommas() {
        assertThat(COLOURS.shown(List.of(Colour.RED, Colour.BLUE))).isEqualTo("RED, BLUE");
        assertThat(COLOURS.shown(null)).isNull();
    }

    @Test
    void whatIsMissingIsNamedOnce() {
        assertThat(determine(Facts.none()).missing()).containsExactly(BADGE, SINCE);
    }

    @Test
    void theStatusUnderTheOtherReadingIsTheSameCallWithThatReadingTurned() {
        var facts = Facts.builder()
                .asserted(BADGE, Colour.BLUE)
                .asserted(SINCE, DAY)
                .build();
        var determination = determine(facts);

        assertThat(determination.status()).isEqualTo("CLOSED");
        assertThat(determination.doubts()).containsExactly(new Doubt<>(BOOK.ambiguity("X-A1"), "OPEN"));
        var other = GATE.determine(facts, Readings.adopted().turning("X-A1"), DAY);
        assertThat(other.status()).isEqualTo("OPEN");
        assertThat(other.doubts()).containsExactly(new Doubt<>(BOOK.ambiguity("X-A1"), "CLOSED"));
    }

    @Test
    void anAmbiguityThatMadeNoDifferenceIsNotMentioned() {
        assertThat(determine(Facts.builder().asserted(BADGE, Colour.RED).build())
                        .doubts())
                .isEmpty();
    }

    @Test
    void turningAReadingTwiceGivesTheAdoptedOneAgain() {
        var twice = Readings.adopted().turning("X-A1").turning("X-A2").turning("X-A1");
        assertThat(twice.takeOther("X-A1")).isFalse();
        assertThat(twice.takeOther("X-A2")).isTrue();
    }

    @Test
    void theWordsReliedOnAreCitedOnceInTheirOrder() {
        var facts = Facts.builder()
                .asserted(BADGE, Colour.BLUE)
                .asserted(SINCE, DAY)
                .build();
        assertThat(determine(facts).citations())
                .extracting(Source.Citation::paragraph)
                .containsExactly("P-1", "P-2", "P-3");
    }

    @Test
    void aReasonIsWrittenWithTheFiguresOfTheCase() {
        assertThat(determine(Facts.none()).reasons())
                .extracting(reason -> reason.message().en())
                .containsExactly("Wait 3 days.");
    }

    @Test
    void aWarningIsGivenOnce() {
        var guest = determine(Facts.builder()
                .asserted(BADGE, Colour.GREEN)
                .asserted(SINCE, DAY)
                .build());
        assertThat(guest.warnings()).containsExactly("GUEST_LEAVES_EARLY");
        assertThat(guest.reasons()).hasSize(1);
    }

    @Test
    void changesAreTheSmallestSetsOfMissingFactsThatAlterTheStatus() {
        assertThat(GATE.changes(determine(Facts.none())))
                .containsExactly(new Change<>(List.of(MEMBER), "OPEN"), new Change<>(List.of(SINCE, BADGE), "OPEN"));
    }

    @Test
    void whatIsKnownAndNotMissingIsTakenForGranted() {
        var determination = determine(Facts.builder().asserted(MEMBER, false).build());
        assertThat(GATE.changes(determination)).containsExactly(new Change<>(List.of(SINCE, BADGE), "OPEN"));
    }

    @Test
    void whatIsKnownAndNotAsItWouldHaveToBeMayChange() {
        var determination = determine(Facts.builder()
                .asserted(MEMBER, false)
                .asserted(BADGE, Colour.RED)
                .asserted(SINCE, DAY)
                .build());
        assertThat(GATE.changes(determination)).containsExactly(new Change<>(List.of(BADGE), "OPEN"));
    }

    @Test
    void aDayIsReachedOnTheDayItself() {
        Inquiry look = Inquiry.full(BOOK, Facts.builder().asserted(SINCE, DAY).build(), Readings.adopted(), DAY);
        assertThat(look.isReached(SINCE, DAY)).isTrue();
        assertThat(look.isReached(SINCE, DAY.minusDays(1))).isFalse();
        assertThat(look.isReached(SINCE, DAY.plusDays(1))).isTrue();
    }

    @Test
    void anUnknownFactIsNeitherShownNorDenied() {
        Inquiry look = Inquiry.full(BOOK, Facts.none(), Readings.adopted(), DAY);
        assertThat(look.isShown(MEMBER)).isFalse();
        assertThat(look.isDenied(MEMBER)).isFalse();
        assertThat(look.truth(MEMBER)).isEqualTo(Truth.UNKNOWN);
        assertThat(look.is(BADGE, Colour.RED)).isFalse();
        assertThat(look.isOneOf(BADGE, Set.of(Colour.RED))).isFalse();
        assertThat(look.known(BADGE)).isNull();
        assertThat(look.isReached(SINCE, DAY)).isFalse();
    }

    @Test
    void aKnownFactIsWhatItIs() {
        Inquiry look = Inquiry.brief(
                BOOK,
                Facts.builder()
                        .asserted(MEMBER, false)
                        .asserted(BADGE, Colour.RED)
                        .build(),
                Readings.adopted(),
                DAY);
        assertThat(look.isBrief()).isTrue();
        assertThat(look.isDenied(MEMBER)).isTrue();
        assertThat(look.isOneOf(BADGE, Set.of(Colour.RED, Colour.BLUE))).isTrue();
        assertThat(look.isOneOf(BADGE, Set.of(Colour.BLUE))).isFalse();
        assertThat(look.known(BADGE)).isEqualTo(Colour.RED);
        assertThat(look.readings().takeOther("X-A1")).isFalse();
    }

    @Test
    void aFullInquiryHeedsEveryAmbiguityAndABriefOneOnlyWhatIsTurned() {
        var full = Inquiry.full(BOOK, Facts.none(), Readings.adopted(), DAY);
        var brief = Inquiry.brief(BOOK, Facts.none(), Readings.adopted().turning("X-A1"), DAY);
        assertThat(full.isBrief()).isFalse();
        assertThat(full.heeds("X-A1")).isTrue();
        assertThat(brief.heeds("X-A1")).isTrue();
        assertThat(brief.heeds("X-A2")).isFalse();
    }

    @Test
    void theMainReasonComesBeforeThoseGivenEarlier() {
        var full = Inquiry.full(BOOK, Facts.none(), Readings.adopted(), DAY);
        full.warn("GUEST_LEAVES_EARLY");
        full.mainReason("SHOW_CARD");
        assertThat(full.reasons()).extracting(Reason::code).containsExactly("SHOW_CARD", "GUEST_LEAVES_EARLY");
    }

    @Test
    void aBriefInquiryKeepsNothingButItsQuestions() {
        var brief = Inquiry.brief(BOOK, Facts.none(), Readings.adopted(), DAY);
        brief.mainReason("SHOW_CARD");
        brief.warn("GUEST_LEAVES_EARLY");
        brief.find("R1", Truth.TRUE, "IS_MEMBER");
        assertThat(brief.reasons()).isEmpty();
        assertThat(brief.trace()).isEmpty();
        brief.duty("SHOW_CARD");
        brief.lacks(BADGE);
        brief.takesOther("X-A1");
        brief.isShown(MEMBER);
        assertThat(brief.warnings()).isEmpty();
        assertThat(brief.duties()).isEmpty();
        assertThat(brief.lacking()).isEmpty();
        assertThat(brief.ambiguities()).isEmpty();
        assertThat(brief.tests()).hasSize(1);
    }

    @Test
    void eachKindOfFactKnowsTheValuesThatMatterEverywhere() {
        assertThat(Fact.truth("a").values()).containsExactly(true, false);
        assertThat(Fact.choice("a", Colour.class).values()).containsExactly(Colour.values());
        assertThat(Fact.text("a", "X", "Y").values()).containsExactly("X", "Y");
        assertThat(Fact.date("a").values()).isEmpty();
        assertThat(Fact.list("a").values()).isEmpty();
        assertThat(Fact.count("a").shown(3)).isEqualTo("3");
        assertThat(Fact.count("open").path()).isEqualTo("open");
    }

    @Test
    void aVerdictConcludesOrContinues() {
        assertThat(Verdict.concludes("OPEN")).isEqualTo(new Verdict.Concludes<>("OPEN"));
        assertThat(Verdict.continues()).isEqualTo(new Verdict.Continues<>());
    }

    @Test
    void aSuppositionStandsOverWhatIsKnownAndIsNotKept() {
        Facts known = Facts.builder()
                .asserted(BADGE, Colour.RED)
                .derived(MEMBER, true)
                .build();
        Facts supposed = known.with(BADGE, Colour.BLUE).with(SINCE, DAY);

        assertThat(supposed.value(BADGE)).isEqualTo(Colour.BLUE);
        assertThat(supposed.value(MEMBER)).isTrue();
        assertThat(supposed.knows(SINCE)).isTrue();
        assertThat(supposed.knows(WHY)).isFalse();
        assertThat(supposed.provenance(BADGE)).isEqualTo(Provenance.DERIVED);
        assertThat(supposed.provenance(MEMBER)).isEqualTo(Provenance.DERIVED);
        assertThat(supposed.provenance(WHY)).isEqualTo(Provenance.UNKNOWN);
        assertThat(known.value(BADGE)).isEqualTo(Colour.RED);
        assertThat(known.byPath())
                .containsExactly(
                        java.util.Map.entry("person.badge", Colour.RED), java.util.Map.entry("person.member", true));
        assertThatThrownBy(supposed::byPath).hasMessageContaining("what-if");
    }

    @Test
    void whatIsGivenAsNullIsUnknown() {
        Facts facts =
                Facts.builder().asserted(MEMBER, true).asserted(MEMBER, null).build();
        assertThat(facts.knows(MEMBER)).isFalse();
        assertThat(facts.provenance(MEMBER)).isEqualTo(Provenance.UNKNOWN);
    }

    @Test
    void theRulesetsVersionAndTheDayGoWithTheAnswer() {
        var determination = determine(Facts.none());
        assertThat(determination.rulesetVersion()).isEqualTo("toy");
        assertThat(determination.asOf()).isEqualTo(DAY);
        assertThat(MEMBER).hasToString("person.member");
    }

    private static Determination<String, String> determine(Facts facts) {
        return GATE.determine(facts, Readings.adopted(), DAY);
    }

    private static RuleBook book() {
        try {
            return RuleBook.read(new ByteArrayInputStream("""
                    version: toy
                    paragraphs:
                      - {paragraph: P-1, instrument: T, quote: un}
                      - {paragraph: P-2, instrument: T, quote: deux}
                      - {paragraph: P-3, instrument: T, quote: trois}
                    rules:
                      - {code: SHOW_CARD, force: MUST, message: {en: Show it., fr: Montrez-la.}, cites: P-1}
                      - {code: GUEST_LEAVES_EARLY, force: SHOULD, message: {en: Early., fr: Tôt.}, cites: P-2}
                      - {code: WAIT, force: MUST, message: {en: "Wait {0} days.", fr: "Attendez {0} jours."}, cites: P-2}
                    findings:
                      - {code: IS_MEMBER, message: {en: Member., fr: Membre.}, cites: P-1}
                      - {code: IS_NO_MEMBER, message: {en: No., fr: Non.}, cites: P-1}
                      - {code: IS_GUEST, message: {en: Guest., fr: Invité.}, ownRule: {en: ours, fr: à nous}}
                      - {code: IS_NO_GUEST, message: {en: No., fr: Non.}, cites: P-2}
                    ambiguities:
                      - id: X-A1
                        readingAdopted: {en: blue is not green, fr: le bleu n’est pas vert}
                        otherReading: {en: blue is green, fr: le bleu est vert}
                        rationale: {en: silence, fr: silence}
                        cites: [P-3, P-1]
                    """.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
