package ca.balise.kit.http.contract;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.models.Operation;

/**
 * The examples of the contract: one file each in {@code META-INF/examples}, called {@code <operationId>.request.<kind>} or
 * {@code <operationId>.<status>.json}. Each service sends every request and compares every answer, so that none of them is dead.
 */
final class ExampleFiles {

    private static final String FOLDER = "META-INF/examples/";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** How files of each media type end; a form is written as the JSON object of its parts. */
    private static final Map<String, String> KINDS = Map.of(
            "application/json", "json",
            "multipart/form-data", "form.json",
            "text/csv", "csv",
            "application/x-ndjson", "ndjson");

    private ExampleFiles() {}

    static Optional<Object> request(Operation operation, String mediaType) {
        String kind = KINDS.get(mediaType);
        return kind == null ? Optional.empty() : read(operation.getOperationId() + ".request." + kind);
    }

    static Optional<Object> response(Operation operation, String status) {
        return read(operation.getOperationId() + "." + status + ".json");
    }

    private static Optional<Object> read(String file) {
        try (InputStream content =
                Thread.currentThread().getContextClassLoader().getResourceAsStream(FOLDER + file)) {
            if (content == null) {
                return Optional.empty();
            }
            return Optional.of(
                    file.endsWith("json") && !file.endsWith("ndjson")
                            ? JSON.readValue(content, Object.class)
                            : new String(content.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(FOLDER + file, e);
        }
    }
}
