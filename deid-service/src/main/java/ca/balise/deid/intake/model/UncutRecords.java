package ca.balise.deid.intake.model;

/** A stretch of data that begins and ends with a record, which are still to be cut apart: the work that can be done side by side. */
public interface UncutRecords {

    /**
     * Cuts the records apart; once, on any thread.
     *
     * @return the records, or those before the first that is malformed, which it says; valid until {@link #release()}
     */
    RecordBlock cut();

    /** Gives the memory back for other data. Called once, after the last use of the records, whether or not they could be cut. */
    void release();
}
