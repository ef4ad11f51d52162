package ca.balise.deid.intake.model;

import java.util.List;

/**
 * What a parser of any format feeds: the names of the columns once, then all records, either one by one or in stretches whose records
 * are still to be cut apart.
 */
public interface RecordSink {

    /**
     * The columns, before any record.
     *
     * @throws UnfitDatasetException if the data cannot be used
     */
    void header(List<String> names);

    /**
     * One record, which has as many fields as there are columns. The arrays are the parser's: they are valid during the call only, and
     * may be longer than needed.
     *
     * @param buffer holds field {@code i} as UTF-8 at {@code [starts[i], ends[i])}, without quotes; not yet known to be well-formed
     * @param line where the record begins, see {@link MalformedDataException#line()}
     */
    void record(byte[] buffer, int[] starts, int[] ends, long line);

    /**
     * The next stretch of data. The sink cuts it apart now or later, on this thread or another, and others beside it; what it makes of
     * the records, and what is wrong with them, takes effect in the order of the stretches all the same.
     *
     * @throws MalformedDataException if this stretch, or one before it, is malformed
     */
    void records(UncutRecords stretch);
}
