package ca.balise.deid.threshold.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.balise.deid.threshold.model.Advice.Weighed;
import ca.balise.deid.threshold.model.Factors.Access;
import ca.balise.deid.threshold.model.Factors.Collection;
import ca.balise.deid.threshold.model.Factors.Coverage;
import ca.balise.deid.threshold.model.Factors.Granularity;
import ca.balise.deid.threshold.model.Factors.PossibleHarm;
import ca.balise.kit.reasoning.Reason;
import ca.balise.kit.reasoning.RuleBook;
import ca.balise.kit.reasoning.Truth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MinimumCellSizeAdviserTest {

    private static final RuleBook BOOK = RuleBook.read(MinimumCellSizes.class, "/rules/minimum-cell-size.yaml");
    private static final Access GOVERNED = new Access(true, Truth.TRUE, Truth.TRUE, Truth.TRUE);

    private final MinimumCellSizeAdviser adviser = new MinimumCellSizeAdviser(
            BOOK, MinimumCellSizes.of(RuleBook.read(MinimumCellSizes.class, "/rules/release.yaml")));

    /** Case 14: the anchors of the notice; what nobody stated is taken as the stricter. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {"LESS_SENSITIVE, 10", "MORE_SENSITIVE, 20", "null, 20"})
    void theSensitivityAloneGivesTheAnchor(Sensitivity sensitivity, int size) {
        assertThat(adviser.advise(Factors.of(sensitivity)).recommended()).isEqualTo(size);
    }

    @Test
    void eachOfTheElevenFactorsHasOneReasonInTheOrderOfTheNotice() {
        for (Factors factors : List.of(Factors.NONE, worst(Sensitivity.LESS_SENSITIVE), mild())) {
            assertThat(adviser.advise(factors).weighed())
                    .extracting(Weighed::factor)
                    .containsExactly(Factor.values());
        }
    }

    @Test
    void everyFactorOfWhichNothingIsStatedIsNamedAndMovesNothing() {
        Advice advice = adviser.advise(Factors.of(Sensitivity.LESS_SENSITIVE));

        assertThat(advice.unknown())
                .containsExactlyElementsOf(Arrays.stream(Factor.values())
                        .filter(factor -> factor != Factor.SENSITIVITY)
                        .toList());
        assertThat(adviser.advise(worst(Sensitivity.LESS_SENSITIVE)).unknown()).isEmpty();
    }

    @Test
    void aLessSensitiveCaseWithEverythingAgainstItIsTreatedAsAMoreSensitiveOne() {
        assertThat(adviser.advise(worst(Sensitivity.LESS_SENSITIVE)).recommended())
                .isEqualTo(20);
        assertThat(adviser.advise(worst(Sensitivity.MORE_SENSITIVE)).recommended())
                .isEqualTo(30);
    }

    @Test
    void twoAggravatingFactorsAddAStepAndAMitigatingOneTakesOneOff() {
        var one = new Case(Sensitivity.LESS_SENSITIVE).harm(PossibleHarm.SERIOUS);
        var two = one.vulnerable(Truth.TRUE);

        assertThat(adviser.advise(one.factors()).recommended()).isEqualTo(10);
        assertThat(adviser.advise(two.factors()).recommended()).isEqualTo(15);
        assertThat(adviser.advise(two.granularity(Granularity.COARSE).factors()).recommended())
                .isEqualTo(10);
    }

    @Test
    void nothingTakesAPublicReleaseBelowItsAnchor() {
        assertThat(adviser.advise(mild()).recommended()).isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource({"LESS_SENSITIVE, 5", "MORE_SENSITIVE, 10"})
    void onlyGovernedAccessWithEverySafeguardStartsLower(Sensitivity sensitivity, int size) {
        assertThat(adviser.advise(new Case(sensitivity).access(GOVERNED).factors())
                        .recommended())
                .isEqualTo(size);

        for (Truth missing : List.of(Truth.FALSE, Truth.UNKNOWN)) {
            for (Access lacking : List.of(
                    new Access(true, missing, Truth.TRUE, Truth.TRUE),
                    new Access(true, Truth.TRUE, missing, Truth.TRUE),
                    new Access(true, Truth.TRUE, Truth.TRUE, missing))) {
                assertThat(adviser.advise(new Case(sensitivity).access(lacking).factors())
                                .recommended())
                        .isEqualTo(2 * size);
            }
        }
    }

    @Test
    void aSeriesKeepsAtLeastTheSizeItUses() {
        assertThat(adviser.advise(
                                new Case(Sensitivity.LESS_SENSITIVE).series(25).factors())
                        .recommended())
                .isEqualTo(25);
        assertThat(adviser.advise(new Case(Sensitivity.MORE_SENSITIVE).series(5).factors())
                        .recommended())
                .isEqualTo(20);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "LESS_SENSITIVE, LOW,     FALSE,   11",
                "LESS_SENSITIVE, SERIOUS, FALSE,   15",
                "MORE_SENSITIVE, LOW,     FALSE,   15",
                "LESS_SENSITIVE, LOW,     UNKNOWN, 15",
                "LESS_SENSITIVE, null,    UNKNOWN, 20",
                "null,           null,    UNKNOWN, 20",
                "MORE_SENSITIVE, SERIOUS, TRUE,    20",
            })
    void theScaleOfOntarioHasThreeDegrees(Sensitivity sensitivity, PossibleHarm harm, Truth expected, int size) {
        Factors factors =
                new Case(sensitivity).harm(harm).confidentiality(expected).factors();

        assertThat(adviser.adviseAfterIpc(factors).recommended()).isEqualTo(size);
    }

    @Test
    void anOwnScaleStartsAtItsOwnAnchorsAndNeverBelowTheFloor() {
        var own = new Anchors(6, 12, 3, 6);

        assertThat(adviser.adviseOn(own, Factors.of(Sensitivity.LESS_SENSITIVE)).recommended())
                .isEqualTo(6);
        assertThat(adviser.adviseOn(own, Factors.NONE).recommended()).isEqualTo(12);
        for (Anchors wrong : List.of(
                new Anchors(6, 12, 2, 6),
                new Anchors(12, 6, 3, 6),
                new Anchors(6, 12, 7, 8),
                new Anchors(6, 12, 3, 13),
                new Anchors(6, 12, 6, 5))) {
            assertThatThrownBy(() -> adviser.adviseOn(wrong, Factors.NONE))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aFactorThatTurnsForTheWorseNeverLowersTheSize() {
        var random = new Random(20260);
        for (int i = 0; i < 20_000; i++) {
            Case before = Case.any(random);
            Case after = before.worse(random);
            assertThat(adviser.advise(after.factors()).recommended())
                    .isGreaterThanOrEqualTo(adviser.advise(before.factors()).recommended());
            assertThat(adviser.adviseAfterIpc(after.factors()).recommended())
                    .isGreaterThanOrEqualTo(
                            adviser.adviseAfterIpc(before.factors()).recommended());
        }
    }

    @Test
    void noRuleOfTheBookIsIdleAndEachSaysItsFigures() {
        var random = new Random(7);
        List<String> spoken = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            Factors factors = Case.any(random).factors(Truth.values()[random.nextInt(3)]);
            for (Advice advice : List.of(
                    adviser.advise(factors),
                    adviser.adviseAfterIpc(factors),
                    adviser.adviseOn(new Anchors(6, 12, 3, 6), factors))) {
                Stream.concat(advice.weighed().stream().map(Weighed::reason), advice.remarks().stream())
                        .forEach(reason -> {
                            spoken.add(reason.code());
                            assertThat(reason.message().en() + reason.message().fr())
                                    .doesNotContain("{", "}");
                        });
            }
        }
        assertThat(spoken)
                .containsAll(BOOK.rules().stream().map(rule -> rule.code()).toList());
    }

    @ParameterizedTest
    @EnumSource(Factor.class)
    void theReasonOfAFactorQuotesTheNotice(Factor factor) {
        Reason reason =
                adviser.advise(Factors.NONE).weighed().get(factor.ordinal()).reason();

        assertThat(reason.source()).isInstanceOf(ca.balise.kit.reasoning.Source.Citation.class);
    }

    private static Factors worst(Sensitivity sensitivity) {
        return new Factors(
                sensitivity,
                PossibleHarm.SERIOUS,
                Truth.TRUE,
                Granularity.FINE,
                0,
                Truth.TRUE,
                Coverage.CENSUS,
                Collection.MANDATORY,
                Access.PUBLIC,
                Truth.TRUE,
                null,
                Truth.TRUE);
    }

    private static Factors mild() {
        return new Factors(
                Sensitivity.LESS_SENSITIVE,
                PossibleHarm.LOW,
                Truth.FALSE,
                Granularity.COARSE,
                40,
                Truth.FALSE,
                Coverage.RANDOM_SAMPLE,
                Collection.VOLUNTARY,
                Access.PUBLIC,
                Truth.FALSE,
                null,
                Truth.FALSE);
    }

    /** The factors one at a time. Each list goes from the mildest to the worst. */
    private record Case(
            @Nullable Sensitivity sensitivity,
            @Nullable PossibleHarm harm,
            Truth vulnerable,
            @Nullable Granularity granularity,
            @Nullable Integer age,
            Truth confidentiality,
            @Nullable Coverage coverage,
            @Nullable Collection collection,
            @Nullable Access access,
            @Nullable Integer series,
            Truth publicInformation) {

        private static final List<Coverage> COVERAGES =
                List.of(Coverage.RANDOM_SAMPLE, Coverage.OTHER_SAMPLE, Coverage.CENSUS);

        Case(@Nullable Sensitivity sensitivity) {
            this(sensitivity, null, Truth.UNKNOWN, null, null, Truth.UNKNOWN, null, null, null, null, Truth.UNKNOWN);
        }

        static Case any(Random random) {
            return new Case(
                    anyOrNull(random, Sensitivity.values()),
                    anyOrNull(random, PossibleHarm.values()),
                    any(random, Truth.values()),
                    anyOrNull(random, Granularity.values()),
                    anyOrNull(random, new Integer[] {0, 19, 20, 200}),
                    any(random, Truth.values()),
                    anyOrNull(random, Coverage.values()),
                    anyOrNull(random, Collection.values()),
                    anyOrNull(random, new Access[] {
                        Access.PUBLIC, GOVERNED, new Access(true, Truth.TRUE, Truth.UNKNOWN, Truth.TRUE)
                    }),
                    anyOrNull(random, new Integer[] {3, 12, 40}),
                    any(random, Truth.values()));
        }

        private static <T> T any(Random random, T[] values) {
            return values[random.nextInt(values.length)];
        }

        private static <T> @Nullable T anyOrNull(Random random, T[] values) {
            return random.nextInt(4) == 0 ? null : any(random, values);
        }

        Case worse(Random random) {
            return switch (random.nextInt(9)) {
                case 0 -> sensitivity == Sensitivity.LESS_SENSITIVE ? with(Sensitivity.MORE_SENSITIVE) : this;
                case 1 ->
                    harm == null || harm == PossibleHarm.SERIOUS
                            ? this
                            : harm(PossibleHarm.values()[harm.ordinal() + 1]);
                case 2 -> vulnerable(Truth.TRUE);
                case 3 ->
                    granularity == null || granularity == Granularity.FINE
                            ? this
                            : granularity(Granularity.values()[granularity.ordinal() + 1]);
                case 4 -> confidentiality(Truth.TRUE);
                case 5 ->
                    coverage == null || coverage == Coverage.CENSUS
                            ? this
                            : coverage(COVERAGES.get(COVERAGES.indexOf(coverage) + 1));
                case 6 -> access(Access.PUBLIC);
                case 7 -> series == null ? series(9) : series(series + 1);
                default -> publicInformation(Truth.TRUE);
            };
        }

        Case with(Sensitivity worse) {
            return new Case(
                    worse,
                    harm,
                    vulnerable,
                    granularity,
                    age,
                    confidentiality,
                    coverage,
                    collection,
                    access,
                    series,
                    publicInformation);
        }

        Case harm(@Nullable PossibleHarm worse) {
            return new Case(
                    sensitivity,
                    worse,
                    vulnerable,
                    granularity,
                    age,
                    confidentiality,
                    coverage,
                    collection,
                    access,
                    series,
                    publicInformation);
        }

        Case vulnerable(Truth worse) {
            return new Case(
                    sensitivity,
                    harm,
                    worse,
                    granularity,
                    age,
                    confidentiality,
                    coverage,
                    collection,
                    access,
                    series,
                    publicInformation);
        }

        Case granularity(Granularity worse) {
            return new Case(
                    sensitivity,
                    harm,
                    vulnerable,
                    worse,
                    age,
                    confidentiality,
                    coverage,
                    collection,
                    access,
                    series,
                    publicInformation);
        }

        Case confidentiality(Truth worse) {
            return new Case(
                    sensitivity,
                    harm,
                    vulnerable,
                    granularity,
                    age,
                    worse,
                    coverage,
                    collection,
                    access,
                    series,
                    publicInformation);
        }

        Case coverage(Coverage worse) {
            return new Case(
                    sensitivity,
                    harm,
                    vulnerable,
                    granularity,
                    age,
                    confidentiality,
                    worse,
                    collection,
                    access,
                    series,
                    publicInformation);
        }

        Case access(Access worse) {
            return new Case(
                    sensitivity,
                    harm,
                    vulnerable,
                    granularity,
                    age,
                    confidentiality,
                    coverage,
                    collection,
                    worse,
                    series,
                    publicInformation);
        }

        Case series(int worse) {
            return new Case(
                    sensitivity,
                    harm,
                    vulnerable,
                    granularity,
                    age,
                    confidentiality,
                    coverage,
                    collection,
                    access,
                    worse,
                    publicInformation);
        }

        Case publicInformation(Truth worse) {
            return new Case(
                    sensitivity,
                    harm,
                    vulnerable,
                    granularity,
                    age,
                    confidentiality,
                    coverage,
                    collection,
                    access,
                    series,
                    worse);
        }

        Factors factors() {
            return factors(Truth.FALSE);
        }

        Factors factors(Truth routine) {

            return new Factors(
                    sensitivity,
                    harm,
                    vulnerable,
                    granularity,
                    age,
                    confidentiality,
                    coverage,
                    collection,
                    access,
                    routine,
                    series,
                    publicInformation);
        }
    }
}
