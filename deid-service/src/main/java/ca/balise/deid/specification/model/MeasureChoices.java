package ca.balise.deid.specification.model;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is to be measured, and how.
 *
 * @param missingValues how a missing value is treated
 * @param sample what is known of the population
 * @param combinationSize size of the largest combination of quasi-identifiers listed, or null: as large as takes no noticeable time
 * @param specialUniqueSize size of the largest minimal unique searched for, or null likewise
 * @param recursiveC c of recursive diversity, over 0
 * @param closeness how far apart the values of a sensitive variable are, by its name; {@link Closeness.ByValues} for the others
 */
public record MeasureChoices(
        MissingValues missingValues,
        Sample sample,
        @Nullable Integer combinationSize,
        @Nullable Integer specialUniqueSize,
        double recursiveC,
        Map<String, Closeness> closeness) {

    /** The c of recursive diversity where none is chosen: the most frequent value may be thrice as frequent as the rest together. */
    public static final double DEFAULT_C = 3;

    /** Where nothing was said. */
    public static final MeasureChoices DEFAULT =
            new MeasureChoices(MissingValues.OWN_CATEGORY, Sample.NONE, null, null, DEFAULT_C, Map.of());

    public MeasureChoices {
        closeness = Map.copyOf(closeness);
    }
}
