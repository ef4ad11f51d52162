package ca.balise.deid.risk.model;

/**
 * Functions of which java.lang.Math has none, by their asymptotic series after a shift of the argument (M. Abramowitz and I. A. Stegun,
 * "Handbook of Mathematical Functions", 1964, 6.1.41 and 6.3.18). For arguments above 0; relative errors are below 1e-13 but close to
 * a zero of the function.
 */
final class SpecialFunctions {

    /** From here on the first terms of the series are exact to the last bit or two. */
    private static final double ASYMPTOTIC = 12;

    private static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

    private SpecialFunctions() {}

    /** ln Γ(x). */
    static double logGamma(double x) {
        double shifted = x;
        double product = 1;
        while (shifted < ASYMPTOTIC) {
            product *= shifted;
            shifted++;
        }
        double r = 1 / (shifted * shifted);
        double series = (1.0 / 12 - r * (1.0 / 360 - r * (1.0 / 1260 - r * (1.0 / 1680 - r / 1188)))) / shifted;
        return (shifted - 0.5) * Math.log(shifted) - shifted + HALF_LOG_TWO_PI + series - Math.log(product);
    }

    /** ψ(x), the derivative of ln Γ. */
    static double digamma(double x) {
        double shifted = x;
        double sum = 0;
        while (shifted < ASYMPTOTIC) {
            sum += 1 / shifted;
            shifted++;
        }
        return Math.log(shifted) - 0.5 / shifted - digammaSeries(shifted) - sum;
    }

    /** ψ(x + m) - ψ(x) = Σ_{i=0}^{m-1} 1/(x + i), for an m of at least 1; no digits are lost though x be much larger than m. */
    static double digammaDifference(double x, double m) {
        if (x < ASYMPTOTIC) {
            return digamma(x + m) - digamma(x);
        }
        return Math.log1p(m / x) + 0.5 * m / (x * (x + m)) - (digammaSeries(x + m) - digammaSeries(x));
    }

    private static double digammaSeries(double x) {
        double r = 1 / (x * x);
        return r * (1.0 / 12 - r * (1.0 / 120 - r * (1.0 / 252 - r * (1.0 / 240 - r / 132))));
    }
}
