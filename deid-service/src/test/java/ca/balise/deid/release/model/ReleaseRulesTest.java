package ca.balise.deid.release.model;

import static org.assertj.core.api.Assertions.assertThat;

import ca.balise.deid.threshold.model.MinimumCellSize;
import ca.balise.deid.threshold.model.MinimumCellSize.Basis;
import ca.balise.deid.threshold.model.Sensitivity;
import ca.balise.kit.reasoning.Force;
import ca.balise.kit.reasoning.RuleBook;
import ca.balise.kit.reasoning.Source;
import ca.balise.kit.reasoning.Truth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReleaseRulesTest {

    private static final RuleBook BOOK = RuleBook.read(ReleaseRules.class, "/rules/release.yaml");
    private static final MinimumCellSize TEN = new MinimumCellSize(10, Basis.CHOSEN);

    private final ReleaseRules rules = new ReleaseRules(BOOK);

    @Test
    void aDataSetWithNothingAgainstItMayBeReleased() {
        Opinion opinion = rules.judge(clean(), assessed(), TEN);

        assertThat(opinion.verdict()).isEqualTo(Verdict.RELEASABLE);
        assertThat(opinion.missing()).isEmpty();
        assertThat(codes(opinion, Effect.SUPPORTS)).containsExactly("MINIMUM_REACHED", "EXTERNAL_SOURCES_ASSESSED");
    }

    @Test
    void alwaysSaysThatAPersonDecidesAndThatRiskRemains() {
        Opinion opinion = rules.judge(clean(), assessed(), TEN);

        assertThat(codes(opinion, Effect.REMINDER))
                .containsExactly("PERSON_DECIDES", "RESIDUAL_RISK_REMAINS", "OTHER_RESTRICTIONS_APPLY");
    }

    @Test
    void aSmallCellFailsHoweverMuchIsUnknown() {
        Opinion opinion = rules.judge(evidence().small().personsUnknown().build(), unknown(), TEN);

        assertThat(opinion.verdict()).isEqualTo(Verdict.NOT_RELEASABLE);
        assertThat(codes(opinion, Effect.FAILS)).containsExactly("CELLS_BELOW_MINIMUM");
        assertThat(opinion.missing())
                .contains("oneRecordPerPerson", "context.externalSources[kind=PUBLIC_REGISTER].linkable");
    }

    @Test
    void sizesThatMayNotCountPersonsDecideNothing() {
        Opinion opinion = rules.judge(evidence().personsUnknown().build(), assessed(), TEN);

        assertThat(opinion.verdict()).isEqualTo(Verdict.INDETERMINATE);
        assertThat(opinion.missing()).containsExactly("oneRecordPerPerson");
        assertThat(codes(opinion, Effect.SUPPORTS)).doesNotContain("MINIMUM_REACHED");
    }

    @Test
    void dataOfWhichNothingIsInACellDecideNothing() {
        Opinion opinion = rules.judge(evidence().empty().build(), assessed(), TEN);

        assertThat(opinion.verdict()).isEqualTo(Verdict.INDETERMINATE);
        assertThat(codes(opinion, Effect.UNKNOWN)).containsExactly("NOTHING_MEASURED");
    }

    @Test
    void aPersonKeyStaysBehindAsACondition() {
        Opinion opinion = rules.judge(evidence().personKey().build(), assessed(), TEN);

        assertThat(opinion.verdict()).isEqualTo(Verdict.RELEASABLE_WITH_CONDITIONS);
        assertThat(codes(opinion, Effect.CONDITION)).containsExactly("PERSON_KEY_STAYS_BEHIND");
    }

    @ParameterizedTest
    @EnumSource(ExternalSourceKind.class)
    void oneKindOfSourceLeftUnassessedIsEnoughToLeaveItOpen(ExternalSourceKind kind) {
        Map<ExternalSourceKind, Truth> linkable = new EnumMap<>(assessed().linkable());
        linkable.remove(kind);

        Opinion opinion = rules.judge(clean(), with(linkable), TEN);

        assertThat(opinion.verdict()).isEqualTo(Verdict.INDETERMINATE);
        assertThat(opinion.missing()).containsExactly("context.externalSources[kind=" + kind + "].linkable");
    }

    @ParameterizedTest
    @EnumSource(ExternalSourceKind.class)
    void aSourceThatCanBeLinkedFails(ExternalSourceKind kind) {
        Map<ExternalSourceKind, Truth> linkable = new EnumMap<>(assessed().linkable());
        linkable.put(kind, Truth.TRUE);

        assertThat(rules.judge(clean(), with(linkable), TEN).verdict()).isEqualTo(Verdict.NOT_RELEASABLE);
    }

    @Test
    void aDirectIdentifierFailsWhateverTheSizes() {
        Opinion opinion =
                rules.judge(found(List.of("sin"), none(), none(), none(), none(), none(), none()), assessed(), TEN);

        assertThat(opinion.verdict()).isEqualTo(Verdict.NOT_RELEASABLE);
        assertThat(codes(opinion, Effect.FAILS)).containsExactly("DIRECT_IDENTIFIER_DECLARED");
    }

    @Test
    void aColumnThatLooksDirectFailsWhateverItsRole() {
        Opinion opinion =
                rules.judge(found(none(), List.of("note"), none(), none(), none(), none(), none()), assessed(), TEN);

        assertThat(codes(opinion, Effect.FAILS)).containsExactly("DIRECT_IDENTIFIER_FOUND");
    }

    @Test
    void aColumnThatMayIdentifyMustBeLookedAt() {
        var suspects = List.of(
                found(none(), none(), List.of("note"), none(), none(), none(), none()),
                found(none(), none(), none(), List.of("note"), none(), none(), none()),
                found(none(), none(), none(), none(), List.of("note"), none(), none()));

        assertThat(suspects).allSatisfy(suspect -> {
            Opinion opinion = rules.judge(suspect, assessed(), TEN);
            assertThat(opinion.verdict()).isEqualTo(Verdict.INDETERMINATE);
            assertThat(opinion.missing()).containsExactly("variables[name=note].notIdentifying");
        });
    }

    @Test
    void relyingOnAPersonWhoLookedIsSaid() {
        Opinion opinion =
                rules.judge(found(none(), none(), none(), none(), none(), none(), List.of("note")), assessed(), TEN);

        assertThat(opinion.verdict()).isEqualTo(Verdict.RELEASABLE);
        assertThat(codes(opinion, Effect.SUPPORTS)).contains("COLUMN_CLEARED");
    }

    @Test
    void aValueThatMayBeEveryonesDecidesNothing() {
        Opinion opinion = rules.judge(evidence().maybeHomogeneous("hiv").build(), assessed(), TEN);

        assertThat(opinion.verdict()).isEqualTo(Verdict.INDETERMINATE);
        assertThat(codes(opinion, Effect.UNKNOWN)).containsExactly("HOMOGENEITY_UNKNOWN");
    }

    @Test
    void aSmallCellThatIsLargeInTheWholePopulationPassesOnACondition() {
        Opinion opinion =
                rules.judge(evidence().small().sample(10L, false, true).build(), assessed(), TEN);

        assertThat(opinion.verdict()).isEqualTo(Verdict.RELEASABLE_WITH_CONDITIONS);
        assertThat(codes(opinion, Effect.CONDITION)).containsExactly("POPULATION_MINIMUM_REACHED");
    }

    @Test
    void aPopulationThatIsEstimatedOrSmallOrOfAnUnknownDrawExcusesNoSmallCell() {
        var others = List.of(
                evidence().small().sample(null, true, true),
                evidence().small().sample(9L, false, true),
                evidence().small().sample(10L, false, false));

        assertThat(others)
                .allSatisfy(other -> assertThat(
                                rules.judge(other.build(), assessed(), TEN).verdict())
                        .isEqualTo(Verdict.NOT_RELEASABLE));
    }

    @Test
    void anEstimateAndAnUnstatedDrawAreWarnedOf() {
        Opinion stated = rules.judge(evidence().sample(null, true, true).build(), assessed(), TEN);
        Opinion unstated = rules.judge(evidence().sample(null, true, false).build(), assessed(), TEN);

        assertThat(stated.warnings()).extracting("code").containsExactly("POPULATION_ESTIMATED");
        assertThat(unstated.warnings())
                .extracting("code")
                .containsExactly("POPULATION_ESTIMATED", "SAMPLE_DESIGN_NOT_STATED");
    }

    @Test
    void recordsThatFewVariablesSingleOutAreWarnedOf() {
        Opinion opinion = rules.judge(evidence().uniqueOnFew(1).build(), assessed(), TEN);

        assertThat(opinion.warnings()).extracting("code").containsExactly("UNIQUE_ON_FEW_VARIABLES");
        assertThat(opinion.warnings().getFirst().message().en()).startsWith("1 record is unique");
        assertThat(opinion.warnings().getFirst().message().fr()).startsWith("1 enregistrement est unique");
    }

    @Test
    void aDisclosureThatIsNotStatedDecidesNothing() {
        var unstated =
                new Circumstances(null, Sensitivity.LESS_SENSITIVE, assessed().linkable(), false, 3);

        assertThat(rules.judge(clean(), unstated, TEN).missing()).containsExactly("context.disclosure");
    }

    @Test
    void aSharedSensitiveValueFailsThoughNoCellIsSmall() {
        Opinion opinion = rules.judge(evidence().homogeneous("hiv").build(), assessed(), TEN);

        assertThat(opinion.verdict()).isEqualTo(Verdict.NOT_RELEASABLE);
        assertThat(opinion.findings().getFirst().reason().source()).isInstanceOf(Source.OwnRule.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = Basis.class,
            names = {"STARTING_POINT", "LEFT_OPEN"})
    void aMinimumNobodyChoseDecidesNothing(Basis basis) {
        Opinion opinion = rules.judge(clean(), assessed(), new MinimumCellSize(20, basis));

        assertThat(opinion.verdict()).isEqualTo(Verdict.INDETERMINATE);
        assertThat(opinion.missing()).contains("minimumCellSize", "context.sensitivity");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "10, LESS_SENSITIVE, PUBLICATION,      false, RELEASABLE",
                "20, null,           PUBLICATION,      false, RELEASABLE",
                "20, MORE_SENSITIVE, PUBLICATION,      false, RELEASABLE",
                "10, null,           PUBLICATION,      false, INDETERMINATE",
                "10, MORE_SENSITIVE, PUBLICATION,      false, INDETERMINATE",
                "10, MORE_SENSITIVE, PUBLICATION,      true,  RELEASABLE_WITH_CONDITIONS",
                "5,  LESS_SENSITIVE, SHARING_RESEARCH, false, INDETERMINATE",
                "5,  LESS_SENSITIVE, SHARING_RESEARCH, true,  RELEASABLE_WITH_CONDITIONS",
                "5,  LESS_SENSITIVE, null,             true,  INDETERMINATE",
                "5,  LESS_SENSITIVE, PUBLICATION,      true,  NOT_RELEASABLE",
                "10, null,           PUBLICATION,      true,  INDETERMINATE",
                "20, LESS_SENSITIVE, ACCESS_REQUEST,   false, INDETERMINATE",
            })
    void aMinimumBelowGoodPracticeNeedsItsGrounds(
            int persons, Sensitivity sensitivity, Disclosure disclosure, boolean justified, Verdict verdict) {
        var circumstances =
                new Circumstances(disclosure, sensitivity, assessed().linkable(), justified, 3);

        Opinion opinion = rules.judge(clean(), circumstances, new MinimumCellSize(persons, Basis.CHOSEN));

        assertThat(opinion.verdict()).isEqualTo(verdict);
    }

    @Test
    void namesTheStatisticiansWhereAdviceIsDue() {
        Opinion many = rules.judge(evidence().quasiIdentifiers(8).build(), assessed(), TEN);
        Opinion unknownSensitivity = rules.judge(clean(), unknown(), TEN);

        assertThat(many.warnings()).extracting("code").containsExactly("MANY_VARIABLES", "STATISTICAL_ADVICE");
        assertThat(unknownSensitivity.warnings()).extracting("code").containsExactly("STATISTICAL_ADVICE");
        assertThat(many.warnings().getLast().message().fr()).contains("STATCAN");
    }

    @Test
    void everyFindingIsInBothLanguagesWithItsFiguresAndItsForce() {
        var everything = new Evidence(
                30_162,
                25_769,
                18_109,
                17_000,
                14_021,
                false,
                true,
                4,
                8,
                new IdentifierFindings(
                        List.of("a"),
                        List.of("b"),
                        List.of("c"),
                        List.of("d"),
                        List.of("e"),
                        List.of("f"),
                        List.of("g")),
                List.of("h"),
                List.of("i"),
                7,
                new SampleEvidence(null, true, false));

        Opinion opinion = rules.judge(everything, unknown(), TEN);

        assertThat(opinion.findings()).allSatisfy(finding -> {
            assertThat(finding.reason().message().en()).doesNotContain("{").doesNotContain("'");
            assertThat(finding.reason().message().fr()).doesNotContain("{").doesNotContain("'");
        });
        assertThat(opinion.findings().getFirst().reason().message().en())
                .isEqualTo("17,000 cells have fewer than 10 people, with 25,769 of 30,162 records;"
                        + " 14,021 of a single person.");
        assertThat(opinion.findings().getFirst().reason().force()).isEqualTo(Force.MUST);
    }

    @Test
    void aSingleCellIsWrittenAsOne() {
        Evidence one = new Evidence(
                30,
                1,
                3,
                1,
                1,
                true,
                false,
                0,
                2,
                IdentifierFindings.NONE,
                List.of(),
                List.of(),
                0,
                SampleEvidence.NONE);

        var message =
                rules.judge(one, assessed(), TEN).findings().getFirst().reason().message();

        assertThat(message.en()).startsWith("1 cell has fewer than 10 people");
        assertThat(message.fr()).startsWith("1 cellule compte moins de 10 personnes, soit 1 enregistrement sur 30");
    }

    /** Over every way the circumstances can be known: what fails the data fails them in all, and an unknown never releases. */
    @Test
    void noKnowledgeOfTheCaseTurnsAFailureOrAnUnknownIntoARelease() {
        List<Evidence> failing = List.of(
                evidence().small().build(),
                evidence().homogeneous("x").build(),
                found(List.of("x"), none(), none(), none(), none(), none(), none()));
        List<Evidence> open = List.of(
                evidence().personsUnknown().build(),
                evidence().empty().build(),
                found(none(), none(), List.of("x"), none(), none(), none(), none()));

        for (Circumstances circumstances : everyCircumstance()) {
            for (int minimum : new int[] {3, 10, 20}) {
                var size = new MinimumCellSize(minimum, Basis.CHOSEN);
                failing.forEach(evidence -> assertThat(
                                rules.judge(evidence, circumstances, size).verdict())
                        .isEqualTo(Verdict.NOT_RELEASABLE));
                open.forEach(evidence -> assertThat(
                                rules.judge(evidence, circumstances, size).verdict())
                        .isIn(Verdict.INDETERMINATE, Verdict.NOT_RELEASABLE));
            }
        }
    }

    /** Whatever releases, releases with the sensitivity or a minimum of twenty, and with every source assessed. */
    @Test
    void nothingIsReleasedOnAnUnknownCircumstance() {
        for (Circumstances circumstances : everyCircumstance()) {
            for (int minimum : new int[] {3, 10, 20}) {
                Verdict verdict = rules.judge(clean(), circumstances, new MinimumCellSize(minimum, Basis.CHOSEN))
                        .verdict();
                if (verdict == Verdict.RELEASABLE || verdict == Verdict.RELEASABLE_WITH_CONDITIONS) {
                    assertThat(circumstances.sensitivity() != null || minimum >= 20)
                            .isTrue();
                    assertThat(circumstances.linkable().values()).hasSize(4).containsOnly(Truth.FALSE);
                }
            }
        }
    }

    private static List<Circumstances> everyCircumstance() {
        List<Circumstances> all = new ArrayList<>();
        List<Disclosure> disclosures = new ArrayList<>(Arrays.asList(Disclosure.values()));
        disclosures.add(null);
        for (Disclosure disclosure : disclosures) {
            for (Sensitivity sensitivity :
                    Arrays.asList(null, Sensitivity.LESS_SENSITIVE, Sensitivity.MORE_SENSITIVE)) {
                for (boolean justified : new boolean[] {false, true}) {
                    all.add(new Circumstances(disclosure, sensitivity, Map.of(), justified, 3));
                    for (ExternalSourceKind kind : ExternalSourceKind.values()) {
                        for (Truth truth : Truth.values()) {
                            Map<ExternalSourceKind, Truth> linkable =
                                    new EnumMap<>(assessed().linkable());
                            linkable.put(kind, truth);
                            all.add(new Circumstances(disclosure, sensitivity, linkable, justified, 3));
                        }
                    }
                }
            }
        }
        return all;
    }

    private static List<String> codes(Opinion opinion, Effect effect) {
        return opinion.findings().stream()
                .filter(finding -> finding.effect() == effect)
                .map(finding -> finding.reason().code())
                .toList();
    }

    private static Evidence clean() {
        return evidence().build();
    }

    private static Evidence found(
            List<String> declared,
            List<String> looksDirect,
            List<String> maybeDirect,
            List<String> indirectWithoutRole,
            List<String> partlyExamined,
            List<String> nearlyUnique,
            List<String> cleared) {
        return new Evidence(
                100,
                0,
                5,
                0,
                0,
                true,
                false,
                0,
                2,
                new IdentifierFindings(
                        declared, looksDirect, maybeDirect, indirectWithoutRole, partlyExamined, nearlyUnique, cleared),
                List.of(),
                List.of(),
                0,
                SampleEvidence.NONE);
    }

    private static EvidenceBuilder evidence() {
        return new EvidenceBuilder();
    }

    /** A hundred people in five large cells, and what a test says otherwise. */
    private static final class EvidenceBuilder {
        private boolean small;
        private boolean empty;
        private boolean persons = true;
        private boolean key;
        private int quasiIdentifiers = 2;
        private List<String> homogeneous = List.of();
        private List<String> maybeHomogeneous = List.of();
        private long uniqueOnFew;
        private SampleEvidence sample = SampleEvidence.NONE;

        EvidenceBuilder small() {
            small = true;
            return this;
        }

        EvidenceBuilder empty() {
            empty = true;
            return this;
        }

        EvidenceBuilder personsUnknown() {
            persons = false;
            return this;
        }

        EvidenceBuilder personKey() {
            key = true;
            return this;
        }

        EvidenceBuilder quasiIdentifiers(int count) {
            quasiIdentifiers = count;
            return this;
        }

        EvidenceBuilder uniqueOnFew(long records) {
            uniqueOnFew = records;
            return this;
        }

        EvidenceBuilder sample(@Nullable Long smallestPopulationCell, boolean estimated, boolean statedSound) {
            sample = new SampleEvidence(smallestPopulationCell, estimated, statedSound);
            return this;
        }

        EvidenceBuilder maybeHomogeneous(String column) {
            maybeHomogeneous = List.of(column);
            return this;
        }

        EvidenceBuilder homogeneous(String column) {
            homogeneous = List.of(column);
            return this;
        }

        Evidence build() {
            return new Evidence(
                    empty ? 0 : 100,
                    small ? 7 : 0,
                    empty ? 0 : 5,
                    small ? 3 : 0,
                    small ? 1 : 0,
                    persons,
                    key,
                    empty ? 100 : 0,
                    quasiIdentifiers,
                    IdentifierFindings.NONE,
                    homogeneous,
                    maybeHomogeneous,
                    uniqueOnFew,
                    sample);
        }
    }

    private static Circumstances assessed() {
        Map<ExternalSourceKind, Truth> linkable = new EnumMap<>(ExternalSourceKind.class);
        for (ExternalSourceKind kind : ExternalSourceKind.values()) {
            linkable.put(kind, Truth.FALSE);
        }
        return with(linkable);
    }

    private static Circumstances with(Map<ExternalSourceKind, Truth> linkable) {
        return new Circumstances(Disclosure.PUBLICATION, Sensitivity.LESS_SENSITIVE, linkable, false, 3);
    }

    private static Circumstances unknown() {
        return new Circumstances(null, null, Map.of(), false, 3);
    }

    private static List<String> none() {
        return List.of();
    }
}
