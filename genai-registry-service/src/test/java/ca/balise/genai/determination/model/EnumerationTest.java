package ca.balise.genai.determination.model;

import static ca.balise.genai.determination.model.SuspensionFacts.*;
import static ca.balise.genai.determination.model.SuspensionStatus.EXCEPTED;
import static ca.balise.genai.determination.model.SuspensionStatus.INDETERMINATE;
import static ca.balise.genai.determination.model.SuspensionStatus.LIFTED;
import static ca.balise.genai.determination.model.SuspensionStatus.NOT_COVERED;
import static ca.balise.genai.determination.model.SuspensionStatus.SUSPENDED;
import static org.assertj.core.api.Assertions.assertThat;

import ca.balise.genai.determination.Cases;
import ca.balise.genai.measure.model.PublicReport;
import ca.balise.genai.organization.model.OrganizationKind;
import ca.balise.kit.reasoning.Determination;
import ca.balise.kit.reasoning.Fact;
import ca.balise.kit.reasoning.Facts;
import ca.balise.kit.reasoning.Readings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every combination of what can be known of each rule's own facts, with the facts of the others at representatives. Whatever is known,
 * there is exactly one status; the budget changes nothing; and to come to know more turns one definite status into another only where
 * the tables say so.
 */
class EnumerationTest {

    private static final LocalDate AS_OF = LocalDate.of(2025, 6, 2);
    private static final LocalDate FROM = LocalDate.of(2025, 3, 13);
    private static final LocalDate LATEST = LocalDate.of(2025, 3, 18);
    private static final LocalDate LONG_BEFORE = LocalDate.of(2024, 10, 1);
    private static final LocalDate IN_THE_GAP = LocalDate.of(2025, 3, 15);
    private static final LocalDate AFTER = LocalDate.of(2025, 4, 15);

    /** Each rule, with the full product of its own facts. */
    enum Rule {
        R1 {
            @Override
            Grid grid() {
                return Grid.grid()
                        .fix(MODE, UseMode.INITIATIVE)
                        .varyTruths(SUBJECT_TO_ARTICLE_2, GENERATIVE_AI)
                        .vary(ORGANIZATION_KIND, withUnknown(OrganizationKind.values()));
            }
        },
        R2 {
            @Override
            Grid grid() {
                return publicBody()
                        .fix(MODE, UseMode.INITIATIVE)
                        .varyTruths(GENERATIVE_AI, NATURAL_LANGUAGE)
                        .vary(PRIMARY_PURPOSE, withUnknown(PrimaryPurpose.values()))
                        .vary(ACTIVITIES, List.of(Activity.DEPLOYMENT), List.of(), null);
            }
        },
        R3 {
            @Override
            Grid grid() {
                return assistant()
                        .fix(IN_FORCE_FROM, FROM)
                        .fix(MODE, UseMode.INDIVIDUAL)
                        .varyTruths(PERSONAL, CONSUMER_VERSION, FREE, AVAILABLE_OUTSIDE, PERMITS_ACCESS)
                        .vary(PAYER, withUnknown(Payer.values()))
                        .vary(
                                ACTIVITIES,
                                null,
                                List.of(),
                                List.of(Activity.SUBSCRIPTION),
                                List.of(Activity.DEPLOYMENT));
            }
        },
        R4 {
            @Override
            Grid grid() {
                return assistant()
                        .fix(IN_FORCE_FROM, FROM)
                        .fix(MODE, UseMode.INITIATIVE)
                        .vary(ACTIVITIES, withUnknown(everyList()))
                        .vary(SCALE, withUnknown(UseScale.values()))
                        .varyTruths(ENABLED_BY_VENDOR, LEFT_ENABLED);
            }
        },
        R5 {
            @Override
            Grid grid() {
                return assistant()
                        .fix(MODE, UseMode.INITIATIVE)
                        .fix(ACTIVITIES, List.of(Activity.DEPLOYMENT))
                        .fix(SCALE, UseScale.SECTOR)
                        .vary(IN_FORCE_FROM, null, AS_OF.minusDays(1), AS_OF, AS_OF.plusDays(1))
                        .vary(IN_FORCE_NOT_LATER_THAN, null, AS_OF.minusDays(1), AS_OF, AS_OF.plusDays(1))
                        .vary(CONCLUSIONS_COMMUNICATED_ON, null, AS_OF.minusDays(1), AS_OF, AS_OF.plusDays(1))
                        .vary(REPLACED_ON, null, AS_OF.minusDays(1), AS_OF, AS_OF.plusDays(1))
                        .vary(SUCCESSOR_INSTRUMENT, null, "another")
                        .vary(
                                PUBLIC_REPORTS,
                                null,
                                List.of(),
                                List.of(new PublicReport(AS_OF, "")),
                                List.of(new PublicReport(AS_OF.plusDays(1), "")))
                        .fix(PRE_EXISTING, true)
                        .vary(EFFECTIVE_SINCE, null, AS_OF.minusDays(2), AS_OF.minusDays(1));
            }
        },
        R6_MCN_EXPERIMENT {
            @Override
            Grid grid() {
                return covered().fix(MCN_EXPERIMENT, true).varyTruths(INCLUDED, ORGANIZATION_PARTICIPATES);
            }
        },
        R6_BUSINESS_CASE {
            @Override
            Grid grid() {
                return covered()
                        .fix(BUSINESS_CASE, true)
                        .vary(BASIS, withUnknown(BusinessCaseBasis.values()))
                        .vary(RECOMMENDED_BY, withUnknown(Officer.values()))
                        .vary(SUBMITTED_ON, null, AS_OF, AS_OF.plusDays(1))
                        .vary(RECOMMENDED_ON, null, LONG_BEFORE, AS_OF, AS_OF.plusDays(1));
            }
        },
        R6_STRUCTURED_APPROACH {
            @Override
            Grid grid() {
                return approach()
                        .vary(PURPOSE, null, "SERVICE_IMPROVEMENT", "EFFICIENCY", "FASHION")
                        .varyTruths(PRINCIPLES_DEMONSTRATED, MITIGATION_IMPLEMENTED, WRITTEN, DATA_QUALITY_ASSURED)
                        .vary(ADDRESSEE, null, Addressee.DI, Addressee.DPI)
                        .varyTruths(TRAINING_PROVIDED, DECLARED_IN_COLLECTION)
                        .vary(ACTIVITIES, List.of(Activity.DEPLOYMENT), List.of(Activity.EXPERIMENTATION));
            }
        },
        R6_RISK_MANAGEMENT {
            @Override
            Grid grid() {
                return approach()
                        .varyTruths(
                                ORGANIZATIONAL_RISK_ASSESSED,
                                PRIVACY_ASSESSED,
                                MITIGATION_IMPLEMENTED,
                                RISK_MANAGEMENT_ADEQUATE,
                                PRIVACY_ASSESSMENT_REQUIRED,
                                TRAINING_PROVIDED);
            }
        },
        R6_SECURITY_OPINION {
            @Override
            Grid grid() {
                return approach()
                        .vary(FAVOURABLE, withUnknown(Opinion.values()))
                        .varyTruths(WRITTEN, TRAINING_PROVIDED, PRINCIPLES_DEMONSTRATED)
                        .vary(UNIT, withUnknown(SecurityUnit.values()))
                        .vary(OPEN_CONDITIONS, null, 0, 2);
            }
        },
        R6_RELEVANCE {
            @Override
            Grid grid() {
                return approach()
                        .vary(DOCUMENT, withUnknown(RelevanceDocument.values()))
                        .vary(ADDRESSEE, withUnknown(Addressee.values()))
                        .varyTruths(TRAINING_PROVIDED);
            }
        },
        R6_PRE_EXISTING {
            @Override
            Grid grid() {
                return assistant()
                        .fix(MODE, UseMode.INITIATIVE)
                        .fix(ACTIVITIES, List.of(Activity.DEPLOYMENT))
                        .fix(IN_FORCE_NOT_LATER_THAN, LATEST)
                        .fix(PRE_EXISTING, true)
                        .vary(IN_FORCE_FROM, null, FROM)
                        .vary(EFFECTIVE_SINCE, null, LONG_BEFORE, FROM, IN_THE_GAP, AFTER)
                        .varyTruths(APPROVED, PRIVACY_ASSESSMENT_REQUIRED, PRIVACY_ASSESSMENT_COMPLETED)
                        .vary(APPROVED_ON, null, LONG_BEFORE, FROM, AFTER)
                        .vary(PRIVACY_ASSESSMENT_COMPLETED_ON, null, LONG_BEFORE, IN_THE_GAP, AFTER)
                        .vary(CHANGE_SCOPE, withUnknown(ChangeScope.values()));
            }
        },
        R6_DPI_AUTHORIZATION {
            @Override
            Grid grid() {
                return assistant()
                        .fix(MODE, UseMode.INITIATIVE)
                        .fix(ACTIVITIES, List.of(Activity.DEPLOYMENT))
                        .fix(IN_FORCE_NOT_LATER_THAN, LATEST)
                        .fix(DPI_AUTHORIZATION, true)
                        .vary(IN_FORCE_FROM, null, FROM)
                        .varyTruths(REQUESTED_BY_ORGANIZATION, COVERS_USE)
                        .vary(DECIDED_BY, withUnknown(Officer.values()))
                        .vary(DECISION, withUnknown(Decision.values()))
                        .vary(DECIDED_ON, null, LONG_BEFORE, FROM, IN_THE_GAP, LATEST, AFTER, AS_OF, AS_OF.plusDays(1));
            }
        },
        R6_TOGETHER {
            @Override
            Grid grid() {
                return approach()
                        .fix(MCN_EXPERIMENT, true)
                        .vary(INCLUDED, null, true)
                        .fix(BUSINESS_CASE, true)
                        .vary(SUBMITTED_ON, null, LONG_BEFORE)
                        .varyTruths(TRAINING_PROVIDED)
                        .vary(FAVOURABLE, Opinion.YES, Opinion.CONDITIONAL)
                        .fix(PRE_EXISTING, true)
                        .fix(APPROVED, true)
                        .fix(PRIVACY_ASSESSMENT_COMPLETED, true)
                        .vary(EFFECTIVE_SINCE, null, LONG_BEFORE, IN_THE_GAP)
                        .vary(CHANGE_SCOPE, null, ChangeScope.SAME, ChangeScope.EXPANDED)
                        .fix(DPI_AUTHORIZATION, true)
                        .vary(DECISION, null, Decision.PENDING)
                        .vary(IN_FORCE_NOT_LATER_THAN, LATEST)
                        .vary(ACTIVITIES, List.of(Activity.DEPLOYMENT), List.of(Activity.SUBSCRIPTION))
                        .vary(SCALE, null, UseScale.TEAM);
            }
        };

        abstract Grid grid();
    }

    private static Grid publicBody() {
        return Grid.grid().fix(SUBJECT_TO_ARTICLE_2, true);
    }

    private static Grid assistant() {
        return publicBody()
                .fix(GENERATIVE_AI, true)
                .fix(NATURAL_LANGUAGE, true)
                .fix(PRIMARY_PURPOSE, PrimaryPurpose.TASK_ASSISTANCE);
    }

    private static Grid covered() {
        return assistant()
                .fix(MODE, UseMode.INITIATIVE)
                .fix(ACTIVITIES, List.of(Activity.EXPERIMENTATION))
                .fix(SCALE, UseScale.ORGANIZATION)
                .fix(IN_FORCE_FROM, FROM);
    }

    /** A structured approach that shows everything, but for what is varied. */
    private static Grid approach() {
        return covered()
                .fix(STRUCTURED_APPROACH, true)
                .fix(PURPOSE, "EFFICIENCY")
                .fix(PRINCIPLES_DEMONSTRATED, true)
                .fix(ORGANIZATIONAL_RISK_ASSESSED, true)
                .fix(PRIVACY_ASSESSED, true)
                .fix(MITIGATION_IMPLEMENTED, true)
                .fix(FAVOURABLE, Opinion.YES)
                .fix(WRITTEN, true)
                .fix(UNIT, SecurityUnit.OWN)
                .fix(DATA_QUALITY_ASSURED, true)
                .fix(DOCUMENT, RelevanceDocument.DECISION_NOTE)
                .fix(ADDRESSEE, Addressee.DI)
                .fix(TRAINING_PROVIDED, true)
                .fix(DECLARED_IN_COLLECTION, true);
    }

    @SafeVarargs
    private static <T> @Nullable T[] withUnknown(T... values) {
        return Arrays.copyOf(values, values.length + 1);
    }

    @SuppressWarnings("unchecked")
    private static List<Activity>[] everyList() {
        List<List<Activity>> lists = new ArrayList<>(List.of(List.of()));
        for (Activity activity : Activity.values()) {
            for (List<Activity> shorter : List.copyOf(lists)) {
                lists.add(Stream.concat(shorter.stream(), Stream.of(activity)).toList());
            }
        }
        return lists.toArray(List[]::new);
    }

    /**
     * What the tables force, beside SUSPENDED into EXCEPTED (R6): that to come to know a fact turns a definite status into another, or into
     * none.
     *
     * @param cell the cell of determinations.md that leaves no other reading, to the letter; G-numbers are shared cases that force it too
     */
    private record Turn(SuspensionStatus from, SuspensionStatus to, Fact<?> fact, String cell) {

        boolean is(SuspensionStatus from, SuspensionStatus to, Fact<?> fact) {
            return this.from == from && this.to == to && this.fact == fact;
        }
    }

    private static final String NOT_GIVEN =
            "PRE_EXISTING: approvedOn or privacyAssessmentCompletedOn given and not before the date → unmet; not given → warning (G35)";
    private static final String IN_THE_GAP_TOO = NOT_GIVEN + "; G-A6: missing in-force date → INDETERMINATE in the gap";
    private static final String ACTIVITIES_LISTED =
            "R4: no listed activity → NOT_COVERED; enabled by a vendor and left on = deployment; unknown → INDETERMINATE";

    private static final List<Turn> TURNS = List.of(
            new Turn(SUSPENDED, LIFTED, CONCLUSIONS_COMMUNICATED_ON, "R5: with no communication recorded (G01, G51)"),
            new Turn(SUSPENDED, LIFTED, REPLACED_ON, "R5: asOf ≥ replacedOn → LIFTED REPLACED (not given in G01)"),
            new Turn(EXCEPTED, SUSPENDED, APPROVED_ON, NOT_GIVEN),
            new Turn(EXCEPTED, SUSPENDED, PRIVACY_ASSESSMENT_COMPLETED_ON, NOT_GIVEN),
            new Turn(EXCEPTED, SUSPENDED, COVERS_USE, "DPI_AUTHORIZATION: scope covers the use (not given in G43)"),
            new Turn(
                    EXCEPTED,
                    SUSPENDED,
                    RISK_MANAGEMENT_ADEQUATE,
                    "STRUCTURED_APPROACH: the three members suffice; C: riskManagement.adequate, « adéquate » in FAQ-10.1"),
            new Turn(EXCEPTED, INDETERMINATE, APPROVED_ON, IN_THE_GAP_TOO),
            new Turn(EXCEPTED, INDETERMINATE, PRIVACY_ASSESSMENT_COMPLETED_ON, IN_THE_GAP_TOO),
            // The same where something else is not shown yet, which alone would leave it unmet.
            new Turn(SUSPENDED, INDETERMINATE, APPROVED_ON, IN_THE_GAP_TOO),
            new Turn(SUSPENDED, INDETERMINATE, PRIVACY_ASSESSMENT_COMPLETED_ON, IN_THE_GAP_TOO),
            new Turn(
                    SUSPENDED,
                    INDETERMINATE,
                    DECISION,
                    "a criterion that a body must demonstrate → unmet; DPI_AUTHORIZATION: date unknown: as PRE_EXISTING"),
            new Turn(NOT_COVERED, INDETERMINATE, ENABLED_BY_VENDOR, ACTIVITIES_LISTED),
            new Turn(NOT_COVERED, INDETERMINATE, LEFT_ENABLED, ACTIVITIES_LISTED));

    /** The turns that were met: a list that says more than happens would hide what comes to happen. */
    private static final Set<Turn> MET = new HashSet<>();

    @AfterAll
    static void everyTurnOfTheListHappens() {
        assertThat(MET).containsExactlyInAnyOrderElementsOf(TURNS);
    }

    @ParameterizedTest
    @EnumSource
    void whateverIsKnownThereIsExactlyOneStatus(Rule rule) {
        Grid grid = rule.grid();
        SuspensionStatus[] statuses = new SuspensionStatus[grid.size()];
        for (int point = 0; point < statuses.length; point++) {
            statuses[point] = judge(grid, point);
        }
        requireOnlyTurnsOfTheTables(grid, statuses);
    }

    private static SuspensionStatus judge(Grid grid, int point) {
        var facts = grid.facts(point).build();
        var determination = Cases.RULES.determine(facts, Readings.adopted(), AS_OF);
        SuspensionStatus status = determination.status();
        boolean sound = determination.conclusion().reason().status() == status
                && Cases.RULES.status(facts, Readings.adopted(), AS_OF) == status
                && determination.conclusion().exemptionsMet().isEmpty() == (status != EXCEPTED)
                && determination.duties().contains("INTERRUPT_DEPLOYMENTS") == (status == SUSPENDED)
                && (status != INDETERMINATE || !determination.missing().isEmpty())
                && (status != EXCEPTED || determination.missing().isEmpty());
        if (!sound) {
            throw new AssertionError(facts.byPath() + " gave " + determination);
        }
        // Known one way at every other point, the other way at the points between.
        var other = Cases.RULES.determine(
                grid.facts(point).asserted(ADDITIONAL_BUDGET, point % 2 == 0).build(), Readings.adopted(), AS_OF);
        if (!everythingOf(other).equals(everythingOf(determination))) {
            throw new AssertionError("the budget matters: " + facts.byPath());
        }
        return status;
    }

    private static List<Object> everythingOf(Determination<SuspensionConclusion, SuspensionStatus> determination) {
        return List.of(
                determination.conclusion(),
                determination.trace(),
                determination.doubts(),
                determination.missing(),
                determination.reasons(),
                determination.duties(),
                determination.warnings());
    }

    private static void requireOnlyTurnsOfTheTables(Grid grid, SuspensionStatus[] statuses) {
        List<String> surprises = new ArrayList<>();
        for (int point = 0; point < statuses.length; point++) {
            int[] places = grid.places(point);
            for (int axis = 0; axis < places.length; axis++) {
                var values = grid.axes().get(axis).values();
                if (values.get(places[axis]) == null && statuses[point] != INDETERMINATE) {
                    for (int place = 0; place < values.size(); place++) {
                        int moved = grid.moved(point, axis, place);
                        SuspensionStatus known = statuses[moved];
                        if (!isContradictory(grid.facts(moved).build())
                                && !isOfTheTables(
                                        statuses[point],
                                        known,
                                        grid.axes().get(axis).fact())) {
                            surprises.add(grid.facts(point).build().byPath() + ": " + statuses[point] + " turns "
                                    + known + " by " + grid.axes().get(axis).fact() + " = " + values.get(place));
                        }
                    }
                }
            }
        }
        assertThat(surprises.stream().limit(5))
                .as(surprises.size() + " surprises")
                .isEmpty();
    }

    /** A suspension that came into force after it can have, or after it ended. */
    private static boolean isContradictory(Facts facts) {
        LocalDate from = facts.value(IN_FORCE_FROM);
        return from != null
                && Stream.of(IN_FORCE_NOT_LATER_THAN, CONCLUSIONS_COMMUNICATED_ON, REPLACED_ON)
                        .map(facts::value)
                        .anyMatch(day -> day != null && day.isBefore(from));
    }

    private static boolean isOfTheTables(SuspensionStatus from, SuspensionStatus to, Fact<?> fact) {
        if (from == to || (from == SUSPENDED && to == EXCEPTED)) {
            return true;
        }
        return TURNS.stream()
                .filter(turn -> turn.is(from, to, fact))
                .peek(MET::add)
                .findAny()
                .isPresent();
    }
}
