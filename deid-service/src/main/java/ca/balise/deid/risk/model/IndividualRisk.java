package ca.balise.deid.risk.model;

/**
 * The expected risk of a cell of f persons of a sample, of whom the population is estimated to have F̂: the mean of 1/F given f, where F
 * given f is negative binomial with parameters f and p = f/F̂ (R. Benedetti and L. Franconi, "Statistical and technological solutions
 * for controlled data dissemination", 1998; S. Polettini, "Some remarks on the individual risk methodology", 2003).
 *
 * <p>It exceeds 1/F̂, for a small F weighs more than a large one.
 */
final class IndividualRisk {

    /** From here on the series needs few terms and the recurrence many steps. */
    private static final int LARGE = 10;

    private static final double HALF = 0.5;

    private IndividualRisk() {}

    /**
     * E[1/F | f], exactly: {@code p^f/f · ₂F₁(f, f; f+1; 1-p)} (Polettini 2003, eq. 6). By Euler's transformation it is
     * {@code (p/f) · ₂F₁(1, 1; f+1; 1-p)}, a series of positive terms; from r₁ = p/(1-p)·ln(1/p) on, it also obeys
     * {@code r_f = p/(1-p) · (1/(f-1) - r_{f-1})}, which is used where the series is slow.
     *
     * @param sample f, at least 1
     * @param population F̂; below f it is taken for f
     */
    static double exact(int sample, double population) {
        double p = Math.min(1, sample / population);
        return sample >= LARGE || p >= HALF ? bySeries(sample, p) : byRecurrence(sample, p);
    }

    /**
     * E[1/F | f] as it is computed in practice: exactly for f of 1 and 2, and {@code p / (f - (1-p))} beyond (Benedetti and Franconi 1998;
     * A. Hundepool et al., "Statistical Disclosure Control", 2012, §3.3.3).
     */
    static double approximate(int sample, double population) {
        if (sample <= 2) {
            return exact(sample, population);
        }
        double p = Math.min(1, sample / population);
        return p / (sample - (1 - p));
    }

    private static double bySeries(int sample, double p) {
        double q = 1 - p;
        double sum = 0;
        double term = 1;
        for (int j = 1; term > sum * 1e-17; j++) {
            sum += term;
            term *= q * j / (sample + j);
        }
        return p / sample * sum;
    }

    private static double byRecurrence(int sample, double p) {
        double odds = p / (1 - p);
        double risk = odds * -Math.log(p);
        for (int f = 2; f <= sample; f++) {
            risk = odds * (1.0 / (f - 1) - risk);
        }
        return risk;
    }
}
