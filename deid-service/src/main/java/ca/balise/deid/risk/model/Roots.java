package ca.balise.deid.risk.model;

import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

/** Roots of functions of one variable. */
final class Roots {

    /** Halvings of an interval: a double has no more bits. */
    private static final int HALVINGS = 1_100;

    private Roots() {}

    /** The root between two points where the function has opposite signs; empty where it has not. By halving: it always ends. */
    static OptionalDouble between(double from, double to, DoubleUnaryOperator function) {
        double low = from;
        double high = to;
        double atLow = function.applyAsDouble(low);
        double atHigh = function.applyAsDouble(high);
        if (!(atLow * atHigh <= 0)) {
            return OptionalDouble.empty();
        }
        for (int i = 0; i < HALVINGS; i++) {
            double middle = low + (high - low) / 2;
            if (middle <= low || middle >= high) {
                break;
            }
            if (Math.signum(function.applyAsDouble(middle)) == Math.signum(atLow)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return OptionalDouble.of(low);
    }
}
