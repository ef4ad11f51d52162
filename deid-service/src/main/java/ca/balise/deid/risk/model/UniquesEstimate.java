package ca.balise.deid.risk.model;

import org.jspecify.annotations.Nullable;

/**
 * How many persons are unique in the population, by one model of it.
 *
 * @param model which
 * @param paper where it is published
 * @param populationUniques their expected number, no integer; null where the model has no solution for this sample
 * @param share of the population, from 0 to 1
 */
public record UniquesEstimate(
        PopulationModel model,
        String paper,
        @Nullable Double populationUniques,
        @Nullable Double share) {}
