package ca.balise.deid.threshold.model;

import ca.balise.deid.threshold.model.Advice.Weighed;
import ca.balise.deid.threshold.model.Factors.Access;
import ca.balise.deid.threshold.model.Factors.Collection;
import ca.balise.deid.threshold.model.Factors.Coverage;
import ca.balise.deid.threshold.model.Factors.Granularity;
import ca.balise.deid.threshold.model.Factors.PossibleHarm;
import ca.balise.kit.reasoning.Reason;
import ca.balise.kit.reasoning.RuleBook;
import ca.balise.kit.reasoning.Truth;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Weighs the eleven factors of PIN-2020-03 §5.1.3 and recommends a size, with one reason a factor. The notice prescribes no scale:
 * sensitivity sets its anchor, 10 or 20; every two factors that speak for more, after those that speak for less are taken off, add a
 * step; nothing takes a public release below its anchor. Only lawful, governed access starts lower, and nothing goes below three.
 *
 * <p>A factor that is not stated moves nothing and is named as unknown, but for two that have a strict reading: data of unknown
 * sensitivity count as more sensitive, and access of which nothing is said is public.
 */
public final class MinimumCellSizeAdviser {

    private static final int LOW = 0;
    private static final int MEDIUM = 1;
    private static final int HIGH = 2;

    private final RuleBook book;
    private final MinimumCellSizes sizes;
    private final Anchors anchors;
    private final int aggravationsPerStep;
    private final int step;
    private final int mostSteps;
    private final int oldData;

    /**
     * @param book the factors and scales, {@code /rules/minimum-cell-size.yaml}
     * @param sizes the anchors and the floor of the notice
     */
    public MinimumCellSizeAdviser(RuleBook book, MinimumCellSizes sizes) {
        this.book = book;
        this.sizes = sizes;
        this.anchors = new Anchors(
                sizes.lessSensitive(),
                sizes.moreSensitive(),
                book.parameter("GOVERNED_LESS_SENSITIVE").intValue(),
                book.parameter("GOVERNED_MORE_SENSITIVE").intValue());
        this.aggravationsPerStep = book.parameter("AGGRAVATIONS_PER_STEP").intValue();
        this.step = book.parameter("STEP").intValue();
        this.mostSteps = book.parameter("MOST_STEPS").intValue();
        this.oldData = book.parameter("OLD_DATA").intValue();
    }

    /** The smallest size there is, in persons. */
    public int floor() {
        return sizes.floor();
    }

    /** The version of the rules the advice rests on. */
    public String version() {
        return book.version();
    }

    /** A recommendation on the scale of the notice. */
    public Advice advise(Factors factors) {
        return onSteps(factors, Preset.TBS, anchors, "SCALE_IS_OURS");
    }

    /** A recommendation on the scale of the Information and Privacy Commissioner of Ontario, which knows no smaller governed size. */
    public Advice adviseAfterIpc(Factors factors) {
        int degree = degreeOfInvasion(factors);
        int size = book.parameter(List.of("IPC_LOW", "IPC_MEDIUM", "IPC_HIGH").get(degree))
                .intValue();
        return advice(factors, Preset.IPC_ONTARIO, size, anchors, reason("SCALE_IS_OF_IPC", degree, size));
    }

    /**
     * A recommendation on the institution's own scale.
     *
     * @param own its anchors, {@linkplain Anchors#areOrdered ordered} and not below the floor
     */
    public Advice adviseOn(Anchors own, Factors factors) {
        if (!own.areOrdered(floor())) {
            throw new IllegalArgumentException("anchors out of order are refused before they come here");
        }
        return onSteps(factors, Preset.CUSTOM, own, "SCALE_IS_YOURS");
    }

    private Advice onSteps(Factors factors, Preset preset, Anchors start, String whose) {
        List<Weighed> weighed = weighAll(factors, start);
        int aggravating = count(weighed, Influence.RAISES);
        int mitigating = count(weighed, Influence.LOWERS);
        int steps = Math.clamp((aggravating - mitigating) / aggravationsPerStep, 0, mostSteps);
        int anchor = start.at(isGoverned(factors), sensitivity(factors));
        int size = anchor + steps * step;
        return advice(factors, preset, size, start, reason(whose, aggravating, mitigating, anchor, size));
    }

    private Advice advice(Factors factors, Preset preset, int size, Anchors start, Reason whose) {
        int series = Objects.requireNonNullElse(factors.seriesMinimum(), floor());
        return new Advice(
                Math.max(Math.max(size, series), floor()),
                preset,
                weighAll(factors, start),
                List.of(whose, reason("CASE_BY_CASE")));
    }

    private static int degreeOfInvasion(Factors factors) {
        long aggravating = Stream.of(
                        factors.sensitivity() != Sensitivity.LESS_SENSITIVE,
                        factors.possibleHarm() == null || factors.possibleHarm() == PossibleHarm.SERIOUS,
                        !factors.confidentialityExpected().isFalse())
                .filter(strict -> strict)
                .count();
        return aggravating == 0 ? LOW : aggravating == 1 ? MEDIUM : HIGH;
    }

    private static int count(List<Weighed> weighed, Influence influence) {
        return Math.toIntExact(
                weighed.stream().filter(one -> one.influence() == influence).count());
    }

    private static Sensitivity sensitivity(Factors factors) {
        return Objects.requireNonNullElse(factors.sensitivity(), Sensitivity.MORE_SENSITIVE);
    }

    private static boolean isGoverned(Factors factors) {
        Access access = factors.access();
        return access != null && access.isGoverned();
    }

    private List<Weighed> weighAll(Factors factors, Anchors start) {
        return List.of(
                sensitivity(factors.sensitivity(), start),
                harm(factors.possibleHarm()),
                vulnerableGroups(factors.vulnerableGroups()),
                granularity(factors.granularity()),
                age(factors.dataAge()),
                confidentiality(factors.confidentialityExpected()),
                coverage(factors.coverage()),
                collection(factors.collection()),
                access(factors, start),
                routine(factors.routineRelease(), factors.seriesMinimum()),
                publicInformation(factors.publicInformation()));
    }

    private Weighed sensitivity(@Nullable Sensitivity sensitivity, Anchors start) {
        return switch (sensitivity) {
            case null -> weighed(Factor.SENSITIVITY, Influence.UNKNOWN, "SENSITIVITY_NOT_STATED");
            case LESS_SENSITIVE ->
                weighed(Factor.SENSITIVITY, Influence.SETS, "SENSITIVITY_LESS", start.at(false, sensitivity));
            case MORE_SENSITIVE ->
                weighed(Factor.SENSITIVITY, Influence.SETS, "SENSITIVITY_MORE", start.at(false, sensitivity));
        };
    }

    private Weighed harm(@Nullable PossibleHarm harm) {
        return switch (harm) {
            case null -> weighed(Factor.POSSIBLE_HARM, Influence.UNKNOWN, "POSSIBLE_HARM_NOT_STATED");
            case LOW -> weighed(Factor.POSSIBLE_HARM, Influence.LOWERS, "POSSIBLE_HARM_LOW");
            case MODERATE -> weighed(Factor.POSSIBLE_HARM, Influence.NEUTRAL, "POSSIBLE_HARM_MODERATE");
            case SERIOUS -> weighed(Factor.POSSIBLE_HARM, Influence.RAISES, "POSSIBLE_HARM_SERIOUS");
        };
    }

    private Weighed vulnerableGroups(Truth present) {
        return switch (present) {
            case TRUE -> weighed(Factor.VULNERABLE_GROUPS, Influence.RAISES, "VULNERABLE_GROUPS_PRESENT");
            case FALSE -> weighed(Factor.VULNERABLE_GROUPS, Influence.NEUTRAL, "VULNERABLE_GROUPS_ABSENT");
            case UNKNOWN -> weighed(Factor.VULNERABLE_GROUPS, Influence.UNKNOWN, "VULNERABLE_GROUPS_NOT_STATED");
        };
    }

    private Weighed granularity(@Nullable Granularity granularity) {
        return switch (granularity) {
            case null -> weighed(Factor.GRANULARITY, Influence.UNKNOWN, "GRANULARITY_NOT_STATED");
            case COARSE -> weighed(Factor.GRANULARITY, Influence.LOWERS, "GRANULARITY_COARSE");
            case MEDIUM -> weighed(Factor.GRANULARITY, Influence.NEUTRAL, "GRANULARITY_MEDIUM");
            case FINE -> weighed(Factor.GRANULARITY, Influence.RAISES, "GRANULARITY_FINE");
        };
    }

    private Weighed age(@Nullable Integer years) {
        if (years == null) {
            return weighed(Factor.DATA_AGE, Influence.UNKNOWN, "DATA_AGE_NOT_STATED");
        }
        return years >= oldData
                ? weighed(Factor.DATA_AGE, Influence.LOWERS, "DATA_AGE_OLD", oldData)
                : weighed(Factor.DATA_AGE, Influence.NEUTRAL, "DATA_AGE_RECENT", oldData);
    }

    private Weighed confidentiality(Truth expected) {
        Factor factor = Factor.CONFIDENTIALITY_EXPECTED;
        return switch (expected) {
            case TRUE -> weighed(factor, Influence.RAISES, "CONFIDENTIALITY_WAS_EXPECTED");
            case FALSE -> weighed(factor, Influence.NEUTRAL, "CONFIDENTIALITY_WAS_NOT_EXPECTED");
            case UNKNOWN -> weighed(factor, Influence.UNKNOWN, "CONFIDENTIALITY_EXPECTED_NOT_STATED");
        };
    }

    private Weighed coverage(@Nullable Coverage coverage) {
        return switch (coverage) {
            case null -> weighed(Factor.COVERAGE, Influence.UNKNOWN, "COVERAGE_NOT_STATED");
            case CENSUS -> weighed(Factor.COVERAGE, Influence.RAISES, "COVERAGE_CENSUS");
            case RANDOM_SAMPLE -> weighed(Factor.COVERAGE, Influence.LOWERS, "COVERAGE_RANDOM_SAMPLE");
            case OTHER_SAMPLE -> weighed(Factor.COVERAGE, Influence.NEUTRAL, "COVERAGE_OTHER_SAMPLE");
        };
    }

    private Weighed collection(@Nullable Collection collection) {
        return switch (collection) {
            case null -> weighed(Factor.COLLECTION, Influence.UNKNOWN, "COLLECTION_NOT_STATED");
            case MANDATORY -> weighed(Factor.COLLECTION, Influence.RAISES, "COLLECTION_MANDATORY");
            case VOLUNTARY -> weighed(Factor.COLLECTION, Influence.NEUTRAL, "COLLECTION_VOLUNTARY");
        };
    }

    private Weighed access(Factors factors, Anchors start) {
        Access access = factors.access();
        if (access == null) {
            return weighed(Factor.ACCESS, Influence.UNKNOWN, "ACCESS_NOT_STATED");
        }
        if (!access.limited()) {
            return weighed(Factor.ACCESS, Influence.NEUTRAL, "ACCESS_PUBLIC");
        }
        return access.isGoverned()
                ? weighed(Factor.ACCESS, Influence.SETS, "ACCESS_GOVERNED", start.at(true, sensitivity(factors)))
                : weighed(Factor.ACCESS, Influence.NEUTRAL, "ACCESS_GOVERNED_NOT_SHOWN");
    }

    private Weighed routine(Truth routine, @Nullable Integer series) {
        Factor factor = Factor.ROUTINE_RELEASE;
        if (series != null) {
            return weighed(factor, Influence.SETS, "ROUTINE_RELEASE_SERIES", series);
        }
        return switch (routine) {
            case TRUE -> weighed(factor, Influence.NEUTRAL, "ROUTINE_RELEASE_CONTINUOUS");
            case FALSE -> weighed(factor, Influence.NEUTRAL, "ROUTINE_RELEASE_SINGLE");
            case UNKNOWN -> weighed(factor, Influence.UNKNOWN, "ROUTINE_RELEASE_NOT_STATED");
        };
    }

    private Weighed publicInformation(Truth exists) {
        Factor factor = Factor.PUBLIC_INFORMATION;
        return switch (exists) {
            case TRUE -> weighed(factor, Influence.RAISES, "PUBLIC_INFORMATION_EXISTS");
            case FALSE -> weighed(factor, Influence.NEUTRAL, "PUBLIC_INFORMATION_NONE");
            case UNKNOWN -> weighed(factor, Influence.UNKNOWN, "PUBLIC_INFORMATION_NOT_STATED");
        };
    }

    private Weighed weighed(Factor factor, Influence influence, String code, Object... figures) {
        return new Weighed(factor, influence, reason(code, figures));
    }

    private Reason reason(String code, Object... figures) {
        return book.rule(code).reason(figures);
    }
}
