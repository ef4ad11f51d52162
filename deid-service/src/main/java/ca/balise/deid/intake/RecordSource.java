package ca.balise.deid.intake;

import ca.balise.deid.intake.model.RecordSink;
import java.io.IOException;

/** Records on their way in, in whatever format. It can be read once. */
@FunctionalInterface
public interface RecordSource {

    /**
     * Reads everything and passes it on, record by record.
     *
     * @throws IOException if the caller's connection fails
     */
    void feed(RecordSink sink) throws IOException;
}
