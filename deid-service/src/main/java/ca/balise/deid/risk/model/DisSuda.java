package ca.balise.deid.risk.model;

import ca.balise.deid.risk.model.SpecialUniques.ScoreCount;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The risk of the whole file, shared out among the sample uniques by how special they are.
 *
 * <p>DIS is the probability that a match of somebody in the population with a sample unique is right: U·π / (U·π + P·(1 - π)), with
 * the sampling fraction π, U persons who are unique and P persons in cells of two (C. J. Skinner and M. J. Elliot, "A measure of
 * disclosure risk for microdata", 2002; M. J. Elliot, "DIS: a new approach to the measurement of statistical disclosure risk", Risk
 * Management 2:39–48, 2000). DIS-SUDA gives each unique such a probability of its own (M. J. Elliot and A. M. Manning, "Using DIS to
 * modify the classification of special uniques", 2003; M. J. Elliot, "Special Uniques Detection Algorithm: user guide", 2004): the
 * odds against it are in inverse proportion to s^Q, Q = 1 + (8 - q)/20, and add up to U times the odds against DIS.
 *
 * <p>The score s of this measure is the one of sdcMicro's first releases, whose figures are the published ones: a minimal unique of k
 * of q variables counts (2^(q-k) - 1) / C(q, k). It is not that of {@link SpecialUniques}.
 *
 * <p>A record that no fewer than all quasi-identifiers single out scores 0, as a record that is not unique does: DIS-SUDA says where
 * the risk of the file lies, and never that the rest is safe.
 *
 * @param samplingFraction π, as stated or as follows from the population
 * @param samplingFractionAssumed whether π is only assumed, for nothing is known of the population
 * @param dis DIS of the whole file
 * @param maximum the highest DIS-SUDA of a record
 * @param average the mean over all records
 * @param scores how many records have each DIS-SUDA above 0, highest first; the first {@value SpecialUniques#MAXIMUM_SCORES}
 * @param paper where it is published
 */
public record DisSuda(
        double samplingFraction,
        boolean samplingFractionAssumed,
        double dis,
        double maximum,
        double average,
        List<ScoreCount> scores,
        String paper) {

    private static final String PAPER =
            "Elliot and Manning, Using DIS to modify the classification of special uniques, 2003";

    public DisSuda {
        scores = List.copyOf(scores);
    }

    /** How many persons are unique, or in cells of two. */
    record Matches(long uniques, long inPairs) {

        /** U·π / (U·π + P·(1 - π)). */
        double dis(double fraction) {
            double right = uniques * fraction;
            return right / (right + inPairs * (1 - fraction));
        }
    }

    /** Unique persons who have one score s above 0, and their records. */
    record Scored(long persons, long records) {

        Scored and(Scored other) {
            return new Scored(persons + other.persons, records + other.records);
        }
    }

    /** What a minimal unique of k of q variables counts: (2^(q-k) - 1) / C(q, k). */
    static double weight(int variables, int size) {
        double combinations = 1;
        for (int i = 1; i <= size; i++) {
            combinations = combinations * (variables - size + i) / i;
        }
        return (Math.scalb(1.0, variables - size) - 1) / combinations;
    }

    /**
     * Shares out the risk.
     *
     * @param byScore the uniques by their score s; not empty
     * @param records records of the whole table
     */
    static DisSuda of(
            SortedMap<Double, Scored> byScore,
            Matches matches,
            SamplingFraction fraction,
            int variables,
            long records) {
        double exponent = 1 + (8.0 - variables) / 20;
        double reciprocals = 0;
        for (Map.Entry<Double, Scored> entry : byScore.entrySet()) {
            reciprocals += entry.getValue().persons() * Math.pow(entry.getKey(), -exponent);
        }
        double dis = matches.dis(fraction.value());
        double against = matches.uniques() / dis - matches.uniques();
        SortedMap<Double, Long> byRisk = new TreeMap<>(Collections.reverseOrder());
        for (Map.Entry<Double, Scored> entry : byScore.entrySet()) {
            double odds = against / (Math.pow(entry.getKey(), exponent) * reciprocals);
            byRisk.merge(1 / (1 + odds), entry.getValue().records(), Long::sum);
        }
        double total = 0;
        for (Map.Entry<Double, Long> entry : byRisk.entrySet()) {
            total += entry.getKey() * entry.getValue();
        }
        return new DisSuda(
                fraction.value(),
                fraction.assumed(),
                dis,
                byRisk.firstKey(),
                total / records,
                byRisk.entrySet().stream()
                        .limit(SpecialUniques.MAXIMUM_SCORES)
                        .map(entry -> new ScoreCount(entry.getKey(), entry.getValue()))
                        .toList(),
                PAPER);
    }
}
