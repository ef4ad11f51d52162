package ca.balise.deid.risk;

import ca.balise.deid.DeidProblem;
import ca.balise.deid.intake.JsonRecords;
import ca.balise.deid.intake.RecordSource;
import ca.balise.deid.intake.model.Variable;
import ca.balise.deid.specification.CheckSpecification.Checked;
import ca.balise.kit.http.problem.CommonProblem;
import ca.balise.kit.http.problem.ProblemException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Rows of JSON in the shapes a caller may send them: an array, or lines. */
final class JsonRows {

    private final JsonFactory factory;
    private final int recordBytes;

    /**
     * Rows within a limit.
     *
     * @param recordBytes the most that one value, and the values of one row together, may hold; a longer value is not even read
     */
    JsonRows(int recordBytes) {
        this.recordBytes = recordBytes;
        this.factory = new JsonFactoryBuilder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(recordBytes)
                        .build())
                .build();
    }

    JsonFactory factory() {
        return factory;
    }

    /** The rows behind a parser that stands before the first. */
    RecordSource behind(JsonParser parser, Checked specification) {
        List<String> names =
                specification.variables().stream().map(Variable::name).toList();
        return new JsonRecords(parser, names, recordBytes);
    }

    RecordSource lines(InputStream body, Checked specification) throws IOException {
        return behind(factory.createParser(body), specification);
    }

    /** An array and nothing behind it: what followed would not be scored, and the verdict would be of half a file. */
    RecordSource array(InputStream body, Checked specification) throws IOException {
        JsonParser parser = factory.createParser(body);
        if (parser.nextToken() != JsonToken.START_ARRAY) {
            throw new ProblemException(DeidProblem.DATA_MISSING);
        }
        return sink -> {
            behind(parser, specification).feed(sink);
            requireEnd(parser);
        };
    }

    static void requireEnd(JsonParser parser) throws IOException {
        if (parser.nextToken() != null) {
            var location = parser.currentTokenLocation();
            throw new ProblemException(CommonProblem.MALFORMED_JSON, location.getLineNr(), location.getColumnNr());
        }
    }
}
