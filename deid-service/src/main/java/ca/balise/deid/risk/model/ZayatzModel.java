package ca.balise.deid.risk.model;

import java.util.Map;

/**
 * Population uniques by the equivalence class model (L. V. Zayatz, "Estimation of the percent of unique population elements on a
 * microdata file using the sample", U.S. Bureau of the Census, 1991): the sizes of the cells of the population are taken to be
 * distributed like those of the sample. By Bayes' rule a unique of the sample is one of the population with the probability
 * {@code (s_1/u)·P(1|1) / Σ_j (s_j/u)·P(1|j)}, where s_j of the u cells have j persons and P(1|j), that one of j is drawn, is
 * hypergeometric; the uniques of the population are that many of the s_1 of the sample, times N/n.
 */
final class ZayatzModel {

    private ZayatzModel() {}

    static double uniques(SampleSizes sample) {
        double ofAll = 0;
        for (Map.Entry<Integer, Integer> cells : sample.cellsBySize().entrySet()) {
            ofAll += cells.getValue() * oneDrawn(sample, cells.getKey());
        }
        double uniques = sample.cellsOf(1);
        return uniques * (uniques * sample.fraction() / ofAll) / sample.fraction();
    }

    /** P(1|j) = j · n/N · Π_{i=1}^{j-1} (N - n - i + 1)/(N - i). */
    private static double oneDrawn(SampleSizes sample, int size) {
        long others = sample.populationSize() - sample.persons();
        double probability = size * sample.fraction();
        for (int i = 1; i < size && probability > 0; i++) {
            probability *= Math.max(0, (double) (others - i + 1) / (sample.populationSize() - i));
        }
        return probability;
    }
}
