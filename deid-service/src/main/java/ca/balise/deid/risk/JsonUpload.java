package ca.balise.deid.risk;

import ca.balise.deid.DeidProblem;
import ca.balise.deid.specification.Specification;
import ca.balise.kit.http.problem.JsonFailure;
import ca.balise.kit.http.problem.ProblemException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * A body {@code {"specification": {…}, "rows": [{…}, …]}}, read token by token. The specification comes first, for the rows are
 * scored as they arrive.
 */
final class JsonUpload {

    /** Where the specification stands in the body, for the pointers of violations. */
    static final String SPECIFICATION_POINTER = "/specification";

    private final JsonParser json;
    private final ObjectReader specifications;
    private final SpecificationBytes bytes;

    private JsonUpload(JsonParser json, ObjectReader specifications, SpecificationBytes bytes) {
        this.json = json;
        this.specifications = specifications;
        this.bytes = bytes;
    }

    /**
     * Opens the body.
     *
     * @param specifications reads a specification that other tokens follow
     * @param limit bytes that may come before the specification ends: it is held whole in memory
     */
    static JsonUpload of(JsonFactory factory, ObjectReader specifications, InputStream body, int limit)
            throws IOException {
        var bytes = new SpecificationBytes(body, limit);
        JsonParser json = factory.createParser(bytes);
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new ProblemException(DeidProblem.SPECIFICATION_MISSING);
        }
        return new JsonUpload(json, specifications, bytes);
    }

    Specification specification() throws IOException {
        String member = member();
        if (member == null) {
            throw new ProblemException(DeidProblem.SPECIFICATION_MISSING);
        }
        if (!member.equals("specification")) {
            throw member.equals("rows")
                    ? new ProblemException(DeidProblem.SPECIFICATION_FIRST)
                    : JsonFailure.unknownMember("/" + member);
        }
        json.nextToken();
        Specification specification = read();
        if (specification == null) {
            throw new ProblemException(DeidProblem.SPECIFICATION_MISSING);
        }
        bytes.passed();
        return specification;
    }

    private @Nullable Specification read() throws IOException {
        try {
            return specifications.readValue(json);
        } catch (JsonMappingException failure) {
            // The pointer a caller gets starts at the whole body.
            failure.prependPath(Specification.class, "specification");
            throw failure;
        }
    }

    /** The parser, before the first row. */
    JsonParser rows() throws IOException {
        String member = member();
        if (member != null && !member.equals("rows")) {
            throw JsonFailure.unknownMember("/" + member);
        }
        if (member == null || json.nextToken() != JsonToken.START_ARRAY) {
            throw new ProblemException(DeidProblem.DATA_MISSING);
        }
        return json;
    }

    /** After the last row the body must end: what follows would have been sent for nothing. */
    void end() throws IOException {
        String member = member();
        if (member != null) {
            throw JsonFailure.unknownMember("/" + member);
        }
        JsonRows.requireEnd(json);
    }

    private @Nullable String member() throws IOException {
        return json.nextToken() == JsonToken.FIELD_NAME ? json.currentName() : null;
    }

    /** Counts until the specification has passed; the rows behind it are streamed and have limits of their own. */
    private static final class SpecificationBytes extends FilterInputStream {

        private final int limit;
        private long left;

        SpecificationBytes(InputStream body, int limit) {
            super(body);
            this.limit = limit;
            this.left = limit;
        }

        void passed() {
            left = Long.MAX_VALUE;
        }

        @Override
        public int read() throws IOException {
            int octet = in.read();
            count(octet < 0 ? 0 : 1);
            return octet;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = in.read(buffer, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int read) {
            left -= read;
            if (left < 0) {
                throw new ProblemException(DeidProblem.SPECIFICATION_TOO_LARGE, limit);
            }
        }
    }
}
