package ca.balise.deid.risk.model;

import static ca.balise.deid.risk.model.SpecialFunctions.digamma;
import static ca.balise.deid.risk.model.SpecialFunctions.digammaDifference;
import static ca.balise.deid.risk.model.SpecialFunctions.logGamma;

import java.util.Map;
import java.util.OptionalDouble;

/**
 * Population uniques by the Pitman sampling formula (J. Pitman, "Exchangeable and partially exchangeable random partitions", 1995; N.
 * Hoshino, "Applying Pitman's sampling formula to microdata disclosure risk assessment", Journal of Official Statistics 17(4), 2001).
 *
 * <p>For u cells of sizes f_j of n persons the log-likelihood of the parameters (θ, α) is, but for a constant,
 * {@code Σ_{i=1}^{u-1} ln(θ + iα) - Σ_{i=1}^{n-1} ln(θ + i) + Σ_j Σ_{i=1}^{f_j - 1} ln(i - α)}, for 0 < α < 1 and θ > -α (Hoshino, §3).
 * Its derivatives are differences of digamma functions. For each α, θ is the root of the derivative by θ; α is the root of the
 * derivative by α along these, which is that of the profile likelihood. The expected number of uniques in a population of N is then
 * {@code Γ(θ + 1) / Γ(θ + α) · N^α} (Hoshino, §2, for large N).
 */
final class PitmanModel {

    /** A likeliest α below is none of this model, but of its limit, in which few persons are unique. */
    private static final double SMALLEST_ALPHA = 1e-6;

    private static final double LARGEST_ALPHA = 1 - 1e-9;
    private static final double SMALLEST_THETA = 1e-9;
    private static final double LARGEST_THETA = 1e15;

    private final SampleSizes sample;
    private final long cells;
    private final long persons;

    private PitmanModel(SampleSizes sample) {
        this.sample = sample;
        this.cells = sample.cells();
        this.persons = sample.persons();
    }

    /** Empty where the likelihood has no maximum inside the range of the parameters, as when all persons of the sample are unique. */
    static OptionalDouble uniques(SampleSizes sample) {
        return new PitmanModel(sample).uniques();
    }

    private OptionalDouble uniques() {
        if (cells < 2 || cells == persons) {
            return OptionalDouble.empty();
        }
        OptionalDouble found = Roots.between(SMALLEST_ALPHA, LARGEST_ALPHA, alpha -> byAlpha(theta(alpha), alpha));
        if (found.isEmpty()) {
            return OptionalDouble.empty();
        }
        double alpha = found.getAsDouble();
        double theta = theta(alpha);
        double uniques = Math.exp(
                logGamma(theta + 1) - logGamma(theta + alpha) + alpha * Math.log((double) sample.populationSize()));
        return uniques >= 0 && uniques <= sample.populationSize() ? OptionalDouble.of(uniques) : OptionalDouble.empty();
    }

    /** The θ that is likeliest for an α; halved on the scale of its logarithm, for it may be of any order. */
    private double theta(double alpha) {
        OptionalDouble logarithm = Roots.between(
                Math.log(SMALLEST_THETA), Math.log(LARGEST_THETA), log -> byTheta(Math.exp(log) - alpha, alpha));
        return Math.exp(logarithm.orElse(Double.NaN)) - alpha;
    }

    private double byTheta(double theta, double alpha) {
        return ofCells(theta, alpha) - digammaDifference(theta + 1, persons - 1.0);
    }

    private double byAlpha(double theta, double alpha) {
        double ofSizes = 0;
        double ofOne = digamma(1 - alpha);
        for (Map.Entry<Integer, Integer> cellsOfSize : sample.cellsBySize().entrySet()) {
            ofSizes += cellsOfSize.getValue() * (digamma(cellsOfSize.getKey() - alpha) - ofOne);
        }
        return (cells - 1 - theta * ofCells(theta, alpha)) / alpha - ofSizes;
    }

    /** Σ_{i=1}^{u-1} 1 / (θ + iα). */
    private double ofCells(double theta, double alpha) {
        double ratio = theta / alpha;
        return digammaDifference(ratio + 1, cells - 1.0) / alpha;
    }
}
