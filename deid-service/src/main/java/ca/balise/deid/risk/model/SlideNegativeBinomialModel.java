package ca.balise.deid.risk.model;

import java.util.Map;
import java.util.OptionalDouble;

/**
 * Population uniques by the slide negative binomial model (G. Chen and S. Keller-McNulty, "Estimation of identification disclosure risk
 * in microdata", Journal of Official Statistics 14(1), 1998): a cell of the population has 1 + X persons, X negative binomial with
 * parameters α and β, P(X = 0) = β^α; a sample keeps each person with probability π.
 *
 * <p>With q = (1 - β)(1 - π) and K cells in the population, the expected cells of one and of two persons in the sample are
 * {@code Kπ·(β/(1-q))^α·(1 + αq/(1-q))} and {@code Kπ²α(1-β)β^α·(2 - (1-α)q) / (2·(1-q)^(α+2))}, as follows from the generating
 * function of 1 + X. They are set equal to those observed, and the uniques of the population are K·β^α. K is estimated from the sample
 * by the modified Shlosser estimator (P. J. Haas and L. Stokes, "Estimating the number of classes in a finite population", JASA
 * 93(444), 1998, D_Sh3).
 */
final class SlideNegativeBinomialModel {

    private static final double SMALLEST = 1e-12;

    /** α is looked for on a scale of its logarithm, so many steps a factor of ten, and then between two steps. */
    private static final int STEPS = 20;

    private static final int SMALLEST_POWER = -4;
    private static final int LARGEST_POWER = 4;

    private final double fraction;
    private final double ones;
    private final double twos;
    private final double cells;

    private SlideNegativeBinomialModel(SampleSizes sample) {
        this.fraction = sample.fraction();
        this.ones = sample.cellsOf(1);
        this.twos = sample.cellsOf(2);
        this.cells = populationCells(sample);
    }

    /** Empty where the equations have no solution; that is frequent where the sample is a small part of the population. */
    static OptionalDouble uniques(SampleSizes sample) {
        if (sample.persons() == sample.populationSize()) {
            return OptionalDouble.of(sample.cellsOf(1));
        }
        return new SlideNegativeBinomialModel(sample).solve();
    }

    private OptionalDouble solve() {
        double before = alpha(0);
        for (int step = 1; step <= STEPS * (LARGEST_POWER - SMALLEST_POWER); step++) {
            double after = alpha(step);
            OptionalDouble alpha = Roots.between(before, after, this::excessOfTwos);
            if (alpha.isPresent()) {
                double found = alpha.getAsDouble();
                OptionalDouble beta = beta(found);
                return beta.isPresent()
                        ? OptionalDouble.of(cells * Math.pow(beta.getAsDouble(), found))
                        : OptionalDouble.empty();
            }
            before = after;
        }
        return OptionalDouble.empty();
    }

    private static double alpha(int step) {
        return Math.pow(10, SMALLEST_POWER + (double) step / STEPS);
    }

    /** The β that gives the ones observed. */
    private OptionalDouble beta(double alpha) {
        return Roots.between(SMALLEST, 1, beta -> {
            double q = (1 - beta) * (1 - fraction);
            return cells * fraction * Math.pow(beta / (1 - q), alpha) * (1 + alpha * q / (1 - q)) - ones;
        });
    }

    /** How many more twos than observed; NaN where no β gives the ones observed. */
    private double excessOfTwos(double alpha) {
        OptionalDouble found = beta(alpha);
        if (found.isEmpty()) {
            return Double.NaN;
        }
        double beta = found.getAsDouble();
        double q = (1 - beta) * (1 - fraction);
        return cells
                        * alpha
                        * Math.pow(beta, alpha)
                        * fraction
                        * fraction
                        * (1 - beta)
                        * (2 - (1 - alpha) * q)
                        / (2 * Math.pow(1 - q, alpha + 2))
                - twos;
    }

    private static double populationCells(SampleSizes sample) {
        double p = sample.fraction();
        double first = 0;
        double second = 0;
        double unseen = 0;
        double seenOnce = 0;
        for (Map.Entry<Integer, Integer> entry : sample.cellsBySize().entrySet()) {
            double size = entry.getKey();
            double cells = entry.getValue();
            first += size * p * p * Math.pow(1 - p * p, size - 1) * cells;
            // (1 - p)^i · ((1 + p)^i - 1), without the overflow of its second factor.
            second += (Math.pow(1 - p * p, size) - Math.pow(1 - p, size)) * cells;
            unseen += Math.pow(1 - p, size) * cells;
            seenOnce += size * p * Math.pow(1 - p, size - 1) * cells;
        }
        double ratio = unseen / seenOnce;
        return sample.cells() + sample.cellsOf(1) * first / second * ratio * ratio;
    }
}
