package ca.balise.deid.risk;

import ca.balise.deid.cells.model.ColumnProfile;
import ca.balise.deid.cells.model.IdentifierKind;
import ca.balise.deid.cells.model.IdentifierKind.Directness;
import ca.balise.deid.intake.model.Dataset;
import ca.balise.deid.release.model.Effect;
import ca.balise.deid.release.model.Opinion;
import ca.balise.deid.release.model.Verdict;
import ca.balise.deid.risk.model.QuasiIdentifierMeasures;
import ca.balise.deid.risk.model.RiskMeasures;
import ca.balise.deid.risk.model.SensitiveMeasures;
import ca.balise.deid.threshold.model.MinimumCellSize;
import ca.balise.deid.threshold.model.MinimumCellSize.Basis;
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
        Basis minimumCellSizeBasis,

        long cellsBelowMinimum,
        long recordsBelowMinimum,

        @Schema(description = "How many cells there are of each size, ascending.")
        List<CellSize> cellSizes,

        Risk risk,
        List<QuasiIdentifierMeasures> quasiIdentifiers,
        List<SensitiveMeasures> sensitive,

        @Schema(description = "Columns whose values have the form of an identifier, whatever role was declared.")
        List<IdentifierShare> directIdentifiers,

        Verdict verdict,

        @Schema(description = "The grounds of the verdict, strongest first.")
        List<VerdictReason> reasons,

        @Schema(description = "Dotted paths of the facts that are unknown and weigh.")
        List<String> missing,

        List<ReasonBody> warnings,

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
                            "The attacker knows only that the person is in the population: null, the population is not known.")
            @Nullable
            AttackerRisk journalist,

            @Schema(description = "The attacker wants as many as possible: null, the population is not known.")
            @Nullable
            AttackerRisk marketer) {}

    /** Risk under one attacker. */
    public record AttackerRisk(
            @Nullable Double maximum, @Nullable Double average) {}

    /** A column that looks like an identifier. */
    public record IdentifierShare(
            String name,
            IdentifierKind kind,
            Directness directness,

            @Schema(description = "Share of the values present that match, over 0, up to 1.")
            double share,

            @Schema(description = "Whether every value was examined, or only the first distinct ones.")
            boolean exact) {}

    /** A ground of the verdict. */
    public record VerdictReason(String code, Effect effect, Force force, BilingualText message, SourceBody source) {}

    static Score of(
            Dataset dataset,
            MinimumCellSize minimum,
            RiskMeasures risk,
            List<SensitiveMeasures> sensitive,
            Opinion opinion,
            String rulesetVersion) {
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
                risk.cellsBelowMinimum(),
                risk.recordsBelowMinimum(),
                risk.cellSizes().entrySet().stream()
                        .map(entry -> new CellSize(entry.getKey(), entry.getValue()))
                        .toList(),
                risk(risk, minimum.riskThreshold()),
                QuasiIdentifierMeasures.of(dataset.table()),
                sensitive,
                dataset.profiles().stream().flatMap(Score::identifiers).toList(),
                opinion.verdict(),
                reasons(opinion),
                opinion.missing(),
                ReasonBody.of(opinion.warnings()),
                rulesetVersion);
    }

    private static Risk risk(RiskMeasures risk, double threshold) {
        var prosecutor = risk.prosecutor();
        return prosecutor == null
                ? new Risk(null, null, null, threshold, risk.recordsAboveThreshold(), null, null, null)
                : new Risk(
                        prosecutor.maximum(),
                        prosecutor.average(),
                        prosecutor.minimum(),
                        threshold,
                        risk.recordsAboveThreshold(),
                        new AttackerRisk(prosecutor.maximum(), prosecutor.average()),
                        null,
                        null);
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
