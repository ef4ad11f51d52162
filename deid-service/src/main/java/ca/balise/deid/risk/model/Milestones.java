package ca.balise.deid.risk.model;

/** Told how far measuring is. It may throw an exception of its own, and so end it. */
@FunctionalInterface
public interface Milestones {

    /** Nobody asks. */
    Milestones NONE = _ -> {};

    /**
     * So much is done.
     *
     * @param share of all that is measured, from 0 to 1, growing
     */
    void reached(double share);
}
