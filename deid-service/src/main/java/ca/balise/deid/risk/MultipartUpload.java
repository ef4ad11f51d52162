package ca.balise.deid.risk;

import ca.balise.deid.DeidProblem;
import ca.balise.kit.http.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.fileupload2.core.FileUploadSizeException;
import org.apache.commons.fileupload2.core.MultipartInput;
import org.apache.commons.fileupload2.core.MultipartInput.MalformedStreamException;
import org.apache.commons.fileupload2.core.ParameterParser;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a {@code multipart/form-data} body, one after another as they arrive (RFC 7578). Nothing is buffered beyond the
 * parser's own few KiB, and nothing touches a disk.
 */
final class MultipartUpload {

    private static final int BUFFER = 64 << 10;

    /** Longer, and it is no epilogue. */
    private static final int EPILOGUE = 64 << 10;

    private final InputStream body;
    private final MultipartInput parts;
    private boolean started;

    private MultipartUpload(InputStream body, MultipartInput parts) {
        this.body = body;
        this.parts = parts;
    }

    /**
     * One part.
     *
     * @param name the form field
     * @param contentType without parameters, in lower case; {@code null} where the part states none
     * @param content to be read before the next part is asked for
     */
    record Part(String name, @Nullable String contentType, InputStream content) {}

    static MultipartUpload of(String contentType, InputStream body) throws IOException {
        String boundary = parameters(contentType).get("boundary");
        if (boundary == null || boundary.isEmpty() || boundary.length() > 70) {
            throw new ProblemException(DeidProblem.MALFORMED_MULTIPART);
        }
        return new MultipartUpload(
                body,
                MultipartInput.builder()
                        .setInputStream(body)
                        .setBufferSize(BUFFER)
                        .setBoundary(boundary.getBytes(StandardCharsets.ISO_8859_1))
                        .get());
    }

    /** The next part, or {@code null} after the last. */
    @Nullable
    Part next() throws IOException {
        try {
            boolean more = started ? skipRest() : parts.skipPreamble();
            started = true;
            return more ? part(headers(parts.readHeaders())) : null;
        } catch (MalformedStreamException | FileUploadSizeException broken) {
            throw new ProblemException(DeidProblem.MALFORMED_MULTIPART);
        }
    }

    /** What follows the last part means nothing, but a compressed body is known to be whole only at its end. */
    void requireEnd() throws IOException {
        if (body.readNBytes(EPILOGUE).length == EPILOGUE) {
            throw new ProblemException(DeidProblem.MALFORMED_MULTIPART);
        }
    }

    private boolean skipRest() throws IOException {
        parts.discardBodyData();
        return parts.readBoundary();
    }

    private Part part(Map<String, String> headers) throws IOException {
        String name =
                parameters(headers.getOrDefault("content-disposition", "")).get("name");
        if (name == null) {
            throw new ProblemException(DeidProblem.MALFORMED_MULTIPART);
        }
        String type = headers.get("content-type");
        return new Part(name, type == null ? null : mediaType(type), new PartStream(parts.newInputStream()));
    }

    static String mediaType(String contentType) {
        int semicolon = contentType.indexOf(';');
        return (semicolon < 0 ? contentType : contentType.substring(0, semicolon))
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    private static Map<String, String> parameters(String header) {
        var parser = new ParameterParser();
        parser.setLowerCaseNames(true);
        return parser.parse(header, ';');
    }

    private static Map<String, String> headers(String block) {
        Map<String, String> headers = new HashMap<>();
        block.lines().forEach(line -> {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(
                        line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        });
        return headers;
    }

    /** A body that ends before its boundary is broken, not short: the difference decides what was scored. */
    private static final class PartStream extends InputStream {

        private final InputStream part;

        PartStream(InputStream part) {
            this.part = part;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            try {
                return part.read(buffer, offset, length);
            } catch (MalformedStreamException broken) {
                throw new ProblemException(DeidProblem.MALFORMED_MULTIPART);
            }
        }
    }
}
