package ca.balise.deid.risk;

import ca.balise.deid.cells.model.ColumnProfile;
import ca.balise.deid.cells.model.IdentifierKind;
import ca.balise.deid.cells.model.IdentifierKind.Directness;
import ca.balise.deid.intake.model.Dataset;
import ca.balise.deid.release.model.Effect;
import ca.balise.deid.release.model.Opinion;
import ca.balise.deid.release.model.PlanStep;
import ca.balise.deid.release.model.PlanStep.Action;
import ca.balise.deid.release.model.RecodingOption;
import ca.balise.deid.release.model.Verdict;
import ca.balise.deid.risk.model.Combination;
import ca.balise.deid.risk.model.Measures;
import ca.balise.deid.risk.model.NotMeasuredReason;
import ca.balise.deid.risk.model.PopulationBasis;
import ca.balise.deid.risk.model.PopulationMeasures;
import ca.balise.deid.risk.model.PopulationMeasures.ExpectedRisk;
import ca.balise.deid.risk.model.PopulationModel;
import ca.balise.deid.risk.model.PopulationRisk;
import ca.balise.deid.risk.model.QuasiIdentifierMeasures;
import ca.balise.deid.risk.model.RiskMeasures;
import ca.balise.deid.risk.model.SensitiveMeasures;
import ca.balise.deid.risk.model.SpecialUniques;
import ca.balise.deid.specification.model.MissingValues;
import ca.balise.deid.threshold.model.MinimumCellSize;
import ca.balise.kit.http.language.Messages;
import ca.balise.kit.http.reason.ReasonBody;
import ca.balise.kit.http.reason.ReasonBody.SourceBody;
import ca.balise.kit.reasoning.BilingualText;
import ca.balise.kit.reasoning.Force;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A score on the wire. Sizes count persons; where no person key was used and one record a person is not asserted they count
 * records, and the verdict says so. It holds counts and column names, never a value of the data.
 */
@Schema(description = "The measures of a data set and the verdict with its reasons. It holds no value of the data.")
public record Score(
        @Schema(description = "Records read, those suppressed whole left out.")
        long records,

        @Schema(description = "Different persons in the cells; as many as records where there is no person key.")
        long persons,

        @Schema(description = "Records with an asterisk in every quasi-identifier; they are in no cell.")
        long suppressedRecords,

        @Schema(description = "Distinct combinations of the quasi-identifiers.")
        long cells,

        @Nullable Integer smallestCell,
        @Nullable Integer largestCell,

        @Schema(description = "Records in cells of a single person.")
        long uniqueRecords,

        int minimumCellSize,

        @Schema(description = "How the minimum came to be: chosen by the caller, from the sensitivity, or left open.")
        MinimumCellSize.Basis minimumCellSizeBasis,

        @Schema(description = "How missing values of quasi-identifiers were treated where sizes were measured.")
        MissingValues missingValues,

        long cellsBelowMinimum,
        long recordsBelowMinimum,

        @Schema(description = "How many cells there are of each size, ascending.")
        List<CellSize> cellSizes,

        Risk risk,

        @Schema(description = "What the data say of the population; null where it is unknown.") @Nullable
        PopulationBody population,

        List<QuasiIdentifierMeasures> quasiIdentifiers,

        @Schema(
                description =
                        "The cells over fewer quasi-identifiers, smallest combinations first; a missing value is a category of its own.")
        List<Combination> combinations,

        @Schema(description = "The records that are unique on few quasi-identifiers (SUDA2, DIS-SUDA).") @Nullable
        SpecialUniques specialUniques,

        List<SensitiveMeasures> sensitive,

        @Schema(description = "The figures that are null or cut short, and why.")
        List<NotMeasuredBody> notMeasured,

        @Schema(description = "Columns whose values have the form of an identifier, whatever role was declared.")
        List<IdentifierShare> directIdentifiers,

        Verdict verdict,

        @Schema(description = "The grounds of the verdict, strongest first.")
        List<VerdictReason> reasons,

        @Schema(description = "Dotted paths of the facts that are unknown and weigh.")
        List<String> missing,

        List<ReasonBody> warnings,

        @Schema(
                description =
                        "What would have to change, the changes to the data first. Steps with the action RECODE are alternatives, the one that keeps the most information first.")
        List<Step> plan,

        @Schema(description = "Version of the rules that judged.")
        String rulesetVersion) {

    /** How many cells there are of one size. */
    public record CellSize(int size, int cells) {}

    /**
     * Risk of re-identification, 1 / cell size (PIN-2020-03 §5.1.3). A record is at risk iff its risk is strictly above the threshold.
     * A model that cannot be computed is {@code null}.
     */
    public record Risk(
            @Nullable Double maximum,

            @Schema(description = "Mean over the persons.") @Nullable
            Double average,

            @Nullable Double minimum,
            @Schema(description = "1 / minimum cell size.") double threshold,
            long recordsAboveThreshold,

            @Schema(description = "The attacker knows that the person is in the data: 1/f.") @Nullable
            AttackerRisk prosecutor,

            @Schema(
                    description =
                            "The attacker knows only that the person is in the population: 1/F; null where the population is not known.")
            @Nullable
            AttackerRisk journalist,

            @Schema(
                    description =
                            "The attacker wants as many as possible: the share a match with the population gets right, the mean of f/F; it has no maximum. Null where the population is not known.")
            @Nullable
            AttackerRisk marketer) {}

    /** Risk under one attacker. */
    public record AttackerRisk(
            @Nullable Double maximum, @Nullable Double average) {}

    /** What the data say of the population. */
    @Schema(name = "Population")
    public record PopulationBody(
            @Schema(description = "What the sizes of its cells rest on.")
            PopulationBasis basis,

            @Schema(description = "Its persons, as stated or estimated.")
            double size,

            double samplingFraction,

            @Schema(
                    description =
                            "Persons of the population in the smallest cell of the data, where its cells are known.")
            @Nullable
            Long smallestCell,

            @Schema(
                    description =
                            "The model chosen by the rule of Dankar et al., BMC Med. Inform. Decis. Mak. 12:66, 2012; null where uniques were counted, or not estimated.")
            @Nullable
            PopulationModel model,

            @Schema(description = "Persons unique in the population, counted or expected.") @Nullable
            Double populationUniques,

            @Schema(description = "The same as a share of the population.") @Nullable
            Double populationUniqueShare,

            List<EstimateBody> estimates,

            @Schema(description = "The mean of 1/F given the sample and the sizes of the population's cells.") @Nullable
            ExpectedRisk individualRisk) {}

    /** What one model says of the population. */
    @Schema(name = "PopulationEstimate")
    public record EstimateBody(
            PopulationModel model,

            @Schema(description = "Where the model is published.")
            String paper,

            @Nullable Double populationUniques,
            @Nullable Double share,

            @Schema(description = "Where the model is known to err.")
            BilingualText caution) {}

    /** A figure that is null or cut short. */
    @Schema(name = "NotMeasured")
    public record NotMeasuredBody(
            @Schema(description = "Dotted path of the member.")
            String member,

            NotMeasuredReason reason,
            BilingualText message) {}

    /** A column that looks like an identifier. */
    public record IdentifierShare(
            String name,

            @Schema(
                    description =
                            "What the values look like. Names and dates of birth are told from the whole column. Where the column's name says what it holds, other forms of that kind count too.")
            IdentifierKind kind,

            Directness directness,

            @Schema(description = "Share of the values present that match, over 0, up to 1.")
            double share,

            @Schema(
                    description =
                            "Whether every value was examined, or only some of the distinct ones, the same in any order of the records.")
            boolean exact) {}

    /** A ground of the verdict. */
    public record VerdictReason(String code, Effect effect, Force force, BilingualText message, SourceBody source) {}

    /** A step of the plan. */
    @Schema(name = "PlanStep")
    public record Step(
            int rank,
            Action action,

            @Schema(description = "Columns, or dotted paths of the facts to state.")
            List<String> variables,

            @Schema(description = "Codes of the reasons it would settle.")
            List<String> settles,

            ReasonBody reason,

            @Schema(description = "The score it would lead to; null where the cells stay as they are.") @Nullable
            RecodingOption predicted) {

        static Step of(PlanStep step) {
            return new Step(
                    step.rank(),
                    step.action(),
                    step.variables(),
                    step.settles(),
                    ReasonBody.of(step.reason()),
                    step.predicted());
        }
    }

    private static final Messages MESSAGES = Messages.of(Score.class);

    static Score of(
            Dataset dataset,
            MinimumCellSize minimum,
            Measures measures,
            Opinion opinion,
            List<PlanStep> plan,
            String rulesetVersion) {
        RiskMeasures risk = measures.risk();
        return new Score(
                risk.records(),
                risk.persons(),
                dataset.suppressedRecords(),
                risk.cells(),
                risk.smallestCell(),
                risk.largestCell(),
                risk.uniqueRecords(),
                minimum.persons(),
                minimum.basis(),
                measures.missingValues(),
                risk.cellsBelowMinimum(),
                risk.recordsBelowMinimum(),
                risk.cellSizes().entrySet().stream()
                        .map(entry -> new CellSize(entry.getKey(), entry.getValue()))
                        .toList(),
                risk(risk, measures.populationRisk(), minimum.riskThreshold()),
                population(measures.populationRisk().population()),
                measures.subsets().quasiIdentifiers(),
                measures.subsets().combinations(),
                measures.subsets().specialUniques(),
                measures.sensitive().variables(),
                measures.notMeasured().stream()
                        .map(left -> new NotMeasuredBody(
                                left.member(),
                                left.reason(),
                                MESSAGES.text(left.reason().name(), left.limit())))
                        .toList(),
                dataset.profiles().stream().flatMap(Score::identifiers).toList(),
                opinion.verdict(),
                reasons(opinion),
                opinion.missing(),
                ReasonBody.of(opinion.warnings()),
                plan.stream().map(Step::of).toList(),
                rulesetVersion);
    }

    private static Risk risk(RiskMeasures risk, PopulationRisk population, double threshold) {
        var prosecutor = risk.prosecutor();
        var journalist = population.journalist();
        var marketer = population.marketer();
        return new Risk(
                prosecutor == null ? null : prosecutor.maximum(),
                prosecutor == null ? null : prosecutor.average(),
                prosecutor == null ? null : prosecutor.minimum(),
                threshold,
                risk.recordsAboveThreshold(),
                prosecutor == null ? null : new AttackerRisk(prosecutor.maximum(), prosecutor.average()),
                journalist == null ? null : new AttackerRisk(journalist.maximum(), journalist.average()),
                marketer == null ? null : new AttackerRisk(null, marketer.average()));
    }

    private static @Nullable PopulationBody population(@Nullable PopulationMeasures population) {
        return population == null
                ? null
                : new PopulationBody(
                        population.basis(),
                        population.size(),
                        population.samplingFraction(),
                        population.smallestCell(),
                        population.model(),
                        population.populationUniques(),
                        population.populationUniqueShare(),
                        population.estimates().stream()
                                .map(estimate -> new EstimateBody(
                                        estimate.model(),
                                        estimate.paper(),
                                        estimate.populationUniques(),
                                        estimate.share(),
                                        MESSAGES.text(estimate.model().name())))
                                .toList(),
                        population.individualRisk());
    }

    private static Stream<IdentifierShare> identifiers(ColumnProfile profile) {
        return Stream.of(IdentifierKind.values())
                .filter(kind -> profile.share(kind).orElse(0) > 0)
                .map(kind -> new IdentifierShare(
                        profile.name(),
                        kind,
                        kind.directness(),
                        profile.share(kind).orElseThrow(),
                        profile.shareExact()));
    }

    private static List<VerdictReason> reasons(Opinion opinion) {
        return opinion.findings().stream()
                .map(finding -> new VerdictReason(
                        finding.reason().code(),
                        finding.effect(),
                        finding.reason().force(),
                        finding.reason().message(),
                        SourceBody.of(finding.reason().source())))
                .toList();
    }
}
