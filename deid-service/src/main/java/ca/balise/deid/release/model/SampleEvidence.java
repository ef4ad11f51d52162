package ca.balise.deid.release.model;

import org.jspecify.annotations.Nullable;

/**
 * What is known of the population that the data were drawn from.
 *
 * @param smallestPopulationCell persons of the population in the smallest cell of the data; null unless its cells are known
 * @param estimated whether figures of the population were estimated
 * @param statedSound whether the caller states that chance alone chose who is in the data, and that nobody can know who is
 */
public record SampleEvidence(@Nullable Long smallestPopulationCell, boolean estimated, boolean statedSound) {

    /** The population is not known. */
    public static final SampleEvidence NONE = new SampleEvidence(null, false, false);

    /** Whether whoever looks for a person among the population finds at least so many who could be they. */
    boolean reaches(int minimum) {
        return statedSound && smallestPopulationCell != null && smallestPopulationCell >= minimum;
    }
}
