package ca.balise.genai.determination.model;

import static ca.balise.genai.determination.model.SuspensionFacts.*;
import static ca.balise.genai.determination.model.SuspensionStatus.EXCEPTED;
import static ca.balise.genai.determination.model.SuspensionStatus.LIFTED;
import static ca.balise.genai.determination.model.SuspensionStatus.NOT_COVERED;
import static ca.balise.genai.determination.model.SuspensionStatus.SUSPENDED;
import static org.assertj.core.api.Assertions.assertThat;

import ca.balise.genai.determination.Cases;
import ca.balise.genai.determination.model.Grid.Axis;
import ca.balise.kit.reasoning.Change;
import ca.balise.kit.reasoning.Determination;
import ca.balise.kit.reasoning.Fact;
import ca.balise.kit.reasoning.Facts;
import ca.balise.kit.reasoning.Readings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What would alter a status, and what it would be under the other readings, on cases drawn at random from fixed seeds. */
class ChangesTest {

    static final LocalDate AS_OF = LocalDate.of(2025, 6, 2);
    private static final LocalDate FROM = LocalDate.of(2025, 3, 13);
    private static final LocalDate LATEST = LocalDate.of(2025, 3, 18);

    /** Every fact that a rule looks at, with values of every kind that the rules tell apart; the claims come with their facts. */
    private static final List<Axis<?>> FACTS = facts();

    static Stream<Integer> seeds() {
        return IntStream.range(0, 60).boxed();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void findsEveryFactAndEveryPairThatAlterTheStatus(int seed) {
        compare(seed, 2);
    }

    static Stream<Integer> fewSeeds() {
        return IntStream.range(1000, 1004).boxed();
    }

    @ParameterizedTest
    @MethodSource("fewSeeds")
    void findsEveryTripleThatAltersTheStatus(int seed) {
        compare(seed, 3);
    }

    static Stream<Integer> manySeeds() {
        return IntStream.range(0, 2_000).boxed();
    }

    @Test
    void theStatusUnderTheOtherReadingIsThatOfTheWholeCaseReadThatWay() {
        Set<String> seen = new HashSet<>();
        manySeeds().forEach(seed -> {
            Facts facts = draw(new SplittableRandom(seed));
            determine(facts).doubts().forEach(doubt -> {
                String id = doubt.ambiguity().id();
                seen.add(id);
                assertThat(Cases.RULES
                                .determine(facts, Readings.adopted().turning(id), AS_OF)
                                .status())
                        .as(id + " " + facts.byPath())
                        .isEqualTo(doubt.statusUnderOtherReading());
            });
        });
        assertThat(seen).contains("G-A1", "G-A2", "G-A3", "G-A4", "G-A5", "G-A6", "G-A7", "G-A13", "G-A15", "G-A18");
    }

    @Test
    void aReadingThatIsNotNamedMakesNoDifference() {
        manySeeds().limit(500).forEach(seed -> {
            Facts facts = draw(new SplittableRandom(seed));
            var determination = determine(facts);
            Set<String> named = new HashSet<>();
            determination.doubts().forEach(doubt -> named.add(doubt.ambiguity().id()));
            Cases.BOOK.ambiguities().stream()
                    .filter(ambiguity -> !named.contains(ambiguity.id()))
                    .forEach(ambiguity -> assertThat(Cases.RULES
                                    .determine(facts, Readings.adopted().turning(ambiguity.id()), AS_OF)
                                    .status())
                            .as(ambiguity.id() + " " + facts.byPath())
                            .isEqualTo(determination.status()));
        });
    }

    @Test
    void aPilotThatClaimsNothingWouldBeAlteredByALiftingOrAnException() {
        assertThat(Judged.with("/measure/publicReports", "[]").changes())
                .containsExactlyInAnyOrder(
                        new Change<>(List.of(CONCLUSIONS_COMMUNICATED_ON), LIFTED),
                        new Change<>(List.of(REPLACED_ON), LIFTED),
                        new Change<>(List.of(INCLUDED), EXCEPTED),
                        new Change<>(List.of(BASIS, RECOMMENDED_BY, RECOMMENDED_ON), EXCEPTED));
    }

    @Test
    void whatAnIndeterminateAnswerLacksAltersItBothWays() {
        assertThat(Judged.with("/facts/organization", "{}").changes())
                .containsExactlyInAnyOrder(
                        new Change<>(List.of(SUBJECT_TO_ARTICLE_2), SUSPENDED),
                        new Change<>(List.of(SUBJECT_TO_ARTICLE_2), NOT_COVERED));
        assertThat(Judged.with("/facts/use/activities", "null").changes())
                .contains(new Change<>(List.of(ACTIVITIES), SUSPENDED), new Change<>(List.of(ACTIVITIES), NOT_COVERED));
    }

    @Test
    void whatIsSettledIsAlteredByNothing() {
        assertThat(Judged.with("/facts/organization/subjectToLggriArticle2", "false")
                        .changes())
                .isEmpty();
    }

    static void compare(int seed, int most) {
        Facts facts = draw(new SplittableRandom(seed));
        var determination = determine(facts);
        Set<Change<SuspensionStatus>> found = new HashSet<>(Cases.RULES.changes(determination));
        found.removeIf(change -> change.facts().size() > most);

        assertThat(found).as(facts.byPath().toString()).isEqualTo(tryEverything(facts, determination, most));
    }

    private static Set<Change<SuspensionStatus>> tryEverything(
            Facts facts, Determination<SuspensionConclusion, SuspensionStatus> determination, int most) {
        List<Axis<?>> open = FACTS.stream()
                .filter(axis ->
                        !facts.knows(axis.fact()) || determination.missing().contains(axis.fact()))
                .toList();
        Set<Change<SuspensionStatus>> altering = new HashSet<>();
        for (int size = 1; size <= most; size++) {
            Set<Set<Fact<?>>> fewer = new HashSet<>();
            altering.forEach(change -> fewer.add(Set.copyOf(change.facts())));
            tryMore(facts, determination.status(), open, 0, List.of(), size, fewer, altering);
        }
        return altering;
    }

    private static void tryMore(
            Facts facts,
            SuspensionStatus status,
            List<Axis<?>> open,
            int from,
            List<Fact<?>> supposed,
            int more,
            Set<Set<Fact<?>>> fewer,
            Set<Change<SuspensionStatus>> altering) {
        if (fewer.contains(Set.copyOf(supposed)) || fewer.stream().anyMatch(set -> supposed.containsAll(set))) {
            return;
        }
        if (more == 0) {
            SuspensionStatus found = Cases.RULES.status(facts, Readings.adopted(), AS_OF);
            if (found != status) {
                altering.add(new Change<>(
                        supposed.stream()
                                .sorted(Comparator.comparing(Fact::path))
                                .toList(),
                        found));
            }
            return;
        }
        for (int i = from; i < open.size(); i++) {
            List<Fact<?>> all = new ArrayList<>(supposed);
            all.add(open.get(i).fact());
            for (Facts supposing : suppose(facts, open.get(i))) {
                tryMore(supposing, status, open, i + 1, all, more - 1, fewer, altering);
            }
        }
    }

    private static <T> List<Facts> suppose(Facts facts, Axis<T> axis) {
        return axis.values().stream()
                .filter(value -> isPossible(facts, axis.fact(), value))
                .map(value -> facts.with(axis.fact(), value))
                .toList();
    }

    /** The suspension cannot have come into force after the latest day it can. */
    private static boolean isPossible(Facts facts, Fact<?> fact, Object value) {
        if (fact == IN_FORCE_FROM) {
            LocalDate latest = facts.value(IN_FORCE_NOT_LATER_THAN);
            return latest == null || !((LocalDate) value).isAfter(latest);
        }
        return true;
    }

    private static Determination<SuspensionConclusion, SuspensionStatus> determine(Facts facts) {
        return Cases.RULES.determine(facts, Readings.adopted(), AS_OF);
    }

    /** A case in which the scope is mostly clear and every exception is claimed, so that much can matter. */
    static Facts draw(SplittableRandom random) {
        var facts = Facts.builder();
        FACTS.forEach(axis -> {
            if (random.nextInt(3) != 0) {
                axis.put(random.nextInt(axis.values().size()), facts);
            }
        });
        facts.asserted(MODE, random.nextInt(4) == 0 ? UseMode.INDIVIDUAL : UseMode.INITIATIVE);
        if (random.nextInt(5) != 0) {
            facts.asserted(SUBJECT_TO_ARTICLE_2, true)
                    .asserted(GENERATIVE_AI, true)
                    .asserted(NATURAL_LANGUAGE, true);
            if (random.nextBoolean()) {
                facts.asserted(PRIMARY_PURPOSE, PrimaryPurpose.TASK_ASSISTANCE);
            }
        }
        if (random.nextInt(3) != 0) {
            facts.asserted(CONCLUSIONS_COMMUNICATED_ON, null).asserted(REPLACED_ON, null);
        }
        if (random.nextInt(4) != 0) {
            facts.asserted(INCLUDED, null);
        }
        // The latest possible day is given: without it a day in force could be supposed to be any.
        facts.asserted(IN_FORCE_NOT_LATER_THAN, LATEST).asserted(IN_FORCE_FROM, random.nextBoolean() ? FROM : null);
        return facts.asserted(MCN_EXPERIMENT, true)
                .asserted(BUSINESS_CASE, true)
                .asserted(STRUCTURED_APPROACH, true)
                .asserted(PRE_EXISTING, true)
                .asserted(DPI_AUTHORIZATION, true)
                .build();
    }

    private static List<Axis<?>> facts() {
        List<Axis<?>> facts = new ArrayList<>();
        for (Fact<Boolean> truth : List.of(
                SUBJECT_TO_ARTICLE_2,
                GENERATIVE_AI,
                NATURAL_LANGUAGE,
                PERSONAL,
                CONSUMER_VERSION,
                FREE,
                AVAILABLE_OUTSIDE,
                PERMITS_ACCESS,
                ENABLED_BY_VENDOR,
                LEFT_ENABLED,
                INCLUDED,
                PRINCIPLES_DEMONSTRATED,
                ORGANIZATIONAL_RISK_ASSESSED,
                PRIVACY_ASSESSED,
                MITIGATION_IMPLEMENTED,
                RISK_MANAGEMENT_ADEQUATE,
                WRITTEN,
                DATA_QUALITY_ASSURED,
                TRAINING_PROVIDED,
                DECLARED_IN_COLLECTION,
                APPROVED,
                PRIVACY_ASSESSMENT_REQUIRED,
                PRIVACY_ASSESSMENT_COMPLETED,
                REQUESTED_BY_ORGANIZATION,
                COVERS_USE)) {
            facts.add(new Axis<>(truth, List.of(true, false)));
        }
        facts.add(choice(PRIMARY_PURPOSE, PrimaryPurpose.values()));
        facts.add(choice(SCALE, UseScale.values()));
        facts.add(choice(PAYER, Payer.values()));
        facts.add(choice(BASIS, BusinessCaseBasis.values()));
        facts.add(choice(RECOMMENDED_BY, Officer.values()));
        facts.add(choice(FAVOURABLE, Opinion.values()));
        facts.add(choice(UNIT, SecurityUnit.values()));
        facts.add(choice(DOCUMENT, RelevanceDocument.values()));
        facts.add(choice(ADDRESSEE, Addressee.values()));
        facts.add(choice(CHANGE_SCOPE, ChangeScope.values()));
        facts.add(choice(DECIDED_BY, Officer.values()));
        facts.add(choice(DECISION, Decision.values()));
        facts.add(new Axis<>(PURPOSE, List.of("SERVICE_IMPROVEMENT", "FASHION")));
        facts.add(new Axis<>(OPEN_CONDITIONS, List.of(0, 2)));
        facts.add(new Axis<>(
                ACTIVITIES, List.of(List.of(Activity.EXPERIMENTATION), List.of(), List.of(Activity.DEPLOYMENT))));
        List<LocalDate> days = List.of(
                LocalDate.of(2024, 12, 31), FROM.minusDays(1), FROM, FROM.plusDays(1), LATEST.plusDays(1), AS_OF);
        for (Fact<LocalDate> date : List.of(
                SUBMITTED_ON,
                RECOMMENDED_ON,
                EFFECTIVE_SINCE,
                APPROVED_ON,
                PRIVACY_ASSESSMENT_COMPLETED_ON,
                DECIDED_ON,
                CONCLUSIONS_COMMUNICATED_ON,
                REPLACED_ON)) {
            facts.add(new Axis<>(date, days));
        }
        facts.add(new Axis<>(
                IN_FORCE_FROM,
                IntStream.rangeClosed(0, 76)
                        .mapToObj(day -> LocalDate.of(2025, 1, 1).plusDays(day))
                        .filter(day -> day.getDayOfMonth() == 1 || day.isAfter(FROM.minusDays(3)))
                        .toList()));
        return List.copyOf(facts);
    }

    private static <E extends Enum<E>> Axis<E> choice(Fact<E> fact, E[] constants) {
        return new Axis<>(fact, List.of(constants));
    }
}
