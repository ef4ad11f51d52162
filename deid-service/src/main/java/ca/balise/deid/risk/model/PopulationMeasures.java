package ca.balise.deid.risk.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the data say of the population that they were drawn from. Estimates are evidence and settle nothing.
 *
 * @param basis what is known of the population
 * @param size its persons N, as stated, or by the weights or the fraction
 * @param samplingFraction persons of the data as a share of it
 * @param smallestCell persons of the population in the smallest cell of the sample; null unless its cells are known
 * @param model the model that the rule of Dankar et al. chooses for this sampling fraction; null where the number is counted, or none
 * @param populationUniques persons who are unique in the population: counted where its cells are known, else by the model chosen
 * @param populationUniqueShare the same as a share of the population
 * @param estimates what each model says
 * @param individualRisk the expected risk of the persons of the sample; null where the cells of the population are known
 */
public record PopulationMeasures(
        PopulationBasis basis,
        double size,
        double samplingFraction,
        @Nullable Long smallestCell,
        @Nullable PopulationModel model,
        @Nullable Double populationUniques,
        @Nullable Double populationUniqueShare,
        List<UniquesEstimate> estimates,
        @Nullable ExpectedRisk individualRisk) {

    public PopulationMeasures {
        estimates = List.copyOf(estimates);
    }

    /**
     * The mean of 1/F given what is in the sample, exactly and as it is approximated in practice.
     *
     * @param paper where the formulas are published
     */
    public record ExpectedRisk(RiskFigures exact, RiskFigures approximate, String paper) {}

    /**
     * One risk over all persons of the sample.
     *
     * @param maximum of the person most at risk
     * @param average over the persons
     * @param expectedReidentifications their sum: how many an attacker who tries all would get right
     */
    public record RiskFigures(double maximum, double average, double expectedReidentifications) {}
}
