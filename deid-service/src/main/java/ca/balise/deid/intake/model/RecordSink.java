package ca.balise.deid.intake.model;

import java.util.List;

/** What a parser of any format feeds: the names of the columns once, then each record. */
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
}
