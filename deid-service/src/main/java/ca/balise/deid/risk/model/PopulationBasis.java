package ca.balise.deid.risk.model;

/** What the sizes of the cells of the population rest on. */
public enum PopulationBasis {
    /** Every cell is known. */
    KNOWN_CELLS,
    /** They are the sums of the sampling weights. */
    WEIGHTS,
    /** They are those of the sample divided by the fraction stated. */
    FRACTION,
    /** They are those of the sample times the size stated over that of the sample. */
    SIZE
}
