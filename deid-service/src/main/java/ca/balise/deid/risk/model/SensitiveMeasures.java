package ca.balise.deid.risk.model;

import ca.balise.deid.specification.model.Closeness.Distance;
import org.jspecify.annotations.Nullable;

/**
 * How much a cell gives away of a sensitive variable: where all its persons share one value, it is disclosed of each of them, though no
 * cell be small; where a value is much more frequent than among all, it is nearly. Each figure is that of the worst cell. A missing value
 * is a value of its own. Values are counted in records, but for {@code largestShare} and {@code homogeneousCells}, which count persons
 * where who has which value is known.
 *
 * @param name the variable
 * @param distinct distinct values in the table
 * @param distinctDiversity the least number of distinct values in a cell: distinct l-diversity (A. Machanavajjhala et al.,
 *     "l-Diversity: Privacy beyond k-anonymity", TKDD 1(1), 2007)
 * @param entropyDiversity the least exp(H), H being the entropy of the values in a cell in nats: entropy l-diversity (the same,
 *     definition 4.1)
 * @param recursiveDiversity (c, l)-diversity (the same, definition 4.2)
 * @param closeness the greatest distance of the values in a cell from those in the table, from 0 to 1: t-closeness (N. Li et al., 2007)
 * @param closenessDistance how far apart two values are held to be
 * @param basicBetaLikeness the greatest (q - p)/p, where a share of p in the table is one of q in a cell: basic β-likeness (J. Cao and P.
 *     Karras, "Publishing microdata with a robust privacy guarantee", VLDB 2012, definition 2)
 * @param enhancedBetaLikeness the least β such that each (q - p)/p is at most β and at most -ln p: enhanced β-likeness (the same,
 *     definition 3); null where no β is enough
 * @param deltaDisclosure the greatest |ln(q/p)|: δ-disclosure privacy (J. Brickell and V. Shmatikov, "The cost of privacy", KDD 2008,
 *     definition 1, in nats); null where a value is absent from some cell, for then it is infinite
 * @param deltaDisclosureOfPresent the same over the values present in each cell
 * @param largestShare the greatest share of one value in a cell, from 0 to 1: α of (α, k)-anonymity (R. C.-W. Wong et al., KDD 2006)
 * @param homogeneousCells cells with a value that every person of theirs has, cells of one person included
 * @param recordsInHomogeneousCells records in these
 * @param maybeHomogeneousCells cells of which that cannot be told: some person has several records there, one value has at least as many
 *     records as there are persons, and there was no room to keep who has which value
 */
public record SensitiveMeasures(
        String name,
        int distinct,
        @Nullable Integer distinctDiversity,
        @Nullable Double entropyDiversity,
        @Nullable RecursiveDiversity recursiveDiversity,
        @Nullable Double closeness,
        @Nullable Distance closenessDistance,
        @Nullable Double basicBetaLikeness,
        @Nullable Double enhancedBetaLikeness,
        @Nullable Double deltaDisclosure,
        @Nullable Double deltaDisclosureOfPresent,
        @Nullable Double largestShare,
        int homogeneousCells,
        long recordsInHomogeneousCells,
        int maybeHomogeneousCells) {

    /**
     * Recursive diversity: with the values of a cell in the order of their records, r_1 being those of the most frequent, r_1 &lt; c·(r_l + … +
     * r_m) in every cell.
     *
     * @param c the constant chosen
     * @param l the greatest l for which it holds; 0 where it does for none
     */
    public record RecursiveDiversity(double c, int l) {}
}
