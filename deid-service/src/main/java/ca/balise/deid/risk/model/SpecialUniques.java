package ca.balise.deid.risk.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The records that are unique on few quasi-identifiers, which are the likeliest to be unique in the population too.
 *
 * <p>A minimal sample unique is a set of values that one person alone has, no part of which is (M. J. Elliot, A. M. Manning and R. W.
 * Ford, "A computational algorithm for handling the special uniques problem", 2002; A. M. Manning, D. J. Haglin and J. A. Keane, "A
 * recursive search algorithm for statistical disclosure assessment", 2008: SUDA2). With q variables and uniques searched up to size
 * m, one of size k scores (q - k)·(q - k - 1)·…·(q - m) (M. J. Elliot et al., "SUDA: a program for detecting special uniques", 2005);
 * for m = q - 1 that is (q - k)!. A record scores the sum over its minimal uniques.
 *
 * <p>Scores compare records of one data set; they are no probabilities. Records are counted, never named.
 *
 * @param maximumSize m: minimal uniques of more variables were not searched for
 * @param minimalUniques how many there are of each size
 * @param records records with at least one
 * @param maximumScore the highest score of a record; 0 where none has any
 * @param averageScore the mean over all records
 * @param scores how many records have each score above 0, highest first; the first {@value #MAXIMUM_SCORES}
 * @param contributions for each variable its share of the total score
 * @param disSuda the risk of the file shared out among its uniques; null where it was not measured
 */
public record SpecialUniques(
        int maximumSize,
        List<MinimalUniques> minimalUniques,
        long records,
        double maximumScore,
        double averageScore,
        List<ScoreCount> scores,
        List<Contribution> contributions,
        @Nullable DisSuda disSuda) {

    static final int MAXIMUM_SCORES = 20;

    public SpecialUniques {
        minimalUniques = List.copyOf(minimalUniques);
        scores = List.copyOf(scores);
        contributions = List.copyOf(contributions);
    }

    /**
     * How many minimal uniques there are of one size.
     *
     * @param size variables in each
     * @param uniques their number; a person may have several
     * @param recordsUpTo records of the persons who have one of this size or smaller
     */
    public record MinimalUniques(int size, long uniques, long recordsUpTo) {}

    /** How many records have one score. */
    public record ScoreCount(double score, long records) {}

    /**
     * How much one variable weighs.
     *
     * @param share of the total score, what the minimal uniques score that have the variable among theirs, from 0 to 1; the shares
     *     add up to more than 1. Null where the total is 0
     */
    public record Contribution(String name, @Nullable Double share) {}

    /** Records unique on so few variables. */
    public long recordsUniqueOnAtMost(int size) {
        return minimalUniques.stream()
                .filter(uniques -> uniques.size() <= size)
                .mapToLong(MinimalUniques::recordsUpTo)
                .max()
                .orElse(0);
    }
}
