package ca.balise.deid.release.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One way to bring every cell to the minimum, and what the score would be then: some quasi-identifiers generalised or removed, and the
 * records that still stand in small cells suppressed whole.
 *
 * @param recodings what is generalised, in the order of the quasi-identifiers; empty if nothing is
 * @param recordsSuppressed records to suppress
 * @param cells cells that remain; each reaches the minimum
 * @param smallestCell persons in the smallest that remains, or {@code null} if none does
 * @param averageRisk mean over the persons of 1 / cell size, or {@code null} if no cell remains
 * @param homogeneousCells cells that remain and whose records share one value of some sensitive variable
 * @param informationKept share of the records that remain, times the share of the quasi-identifiers' entropy that remains: 1 for the
 *     data as they are, 0 for nothing
 */
public record RecodingOption(
        List<Recoding> recodings,
        long recordsSuppressed,
        int cells,
        @Nullable Integer smallestCell,
        @Nullable Double averageRisk,
        int homogeneousCells,
        double informationKept) {

    /**
     * One quasi-identifier and what becomes of it.
     *
     * @param variable its name
     * @param to the generalisation
     */
    public record Recoding(String variable, Generalisation to) {}
}
