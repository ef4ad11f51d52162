package ca.balise.deid.risk.model;

import java.util.OptionalDouble;

/** A model of the population that a sample was drawn from. */
public enum PopulationModel {
    PITMAN("Hoshino, J. Official Statistics 17(4), 2001"),
    ZAYATZ("Zayatz, U.S. Bureau of the Census, 1991"),
    SLIDE_NEGATIVE_BINOMIAL("Chen and Keller-McNulty, J. Official Statistics 14(1), 1998");

    private final String paper;

    PopulationModel(String paper) {
        this.paper = paper;
    }

    private OptionalDouble uniques(SampleSizes sample) {
        return switch (this) {
            case PITMAN -> PitmanModel.uniques(sample);
            case ZAYATZ -> OptionalDouble.of(ZayatzModel.uniques(sample));
            case SLIDE_NEGATIVE_BINOMIAL -> SlideNegativeBinomialModel.uniques(sample);
        };
    }

    UniquesEstimate of(SampleSizes sample) {
        OptionalDouble uniques = uniques(sample);
        if (uniques.isEmpty() || !Double.isFinite(uniques.getAsDouble())) {
            return new UniquesEstimate(this, paper, null, null);
        }
        return new UniquesEstimate(this, paper, uniques.getAsDouble(), uniques.getAsDouble() / sample.populationSize());
    }
}
