package ca.balise.acceptance.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * What came back.
 *
 * @param headers by their names in lower case
 */
record Answer(int status, Map<String, List<String>> headers, byte[] body) {

    private static final int SHOWN = 120;

    /** The values of a header, joined; empty if it is absent. */
    String header(String name) {
        return String.join(", ", headers.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), List.of()));
    }

    boolean has(String name) {
        return headers.containsKey(name.toLowerCase(java.util.Locale.ROOT));
    }

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    boolean isRefusal() {
        return status >= 400;
    }

    /** The media type, without parameters. */
    String mediaType() {
        return header("Content-Type").split(";")[0].strip();
    }

    boolean isProblem() {
        return mediaType().equals("application/problem+json");
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The body as JSON; a missing node if it is none. */
    JsonNode json() {
        try {
            JsonNode read = Contract.JSON.readTree(body);
            return read == null ? MissingNode.getInstance() : read;
        } catch (IOException notJson) {
            return MissingNode.getInstance();
        }
    }

    /** The code of the problem; empty if it is none. */
    String code() {
        return json().path("code").asText();
    }

    /** Whether the problem names something of the request as at fault. */
    boolean accuses(String pointer) {
        for (JsonNode violation : json().path("violations")) {
            if (violation.path("pointer").asText().equals(pointer)) {
                return true;
            }
        }
        return false;
    }

    /** The status with what a reader needs to recognise it. */
    String told() {
        if (!isRefusal()) {
            return String.valueOf(status);
        }
        String said = code().isEmpty() ? text().replaceAll("\\s+", " ").strip() : code();
        StringBuilder told = new StringBuilder()
                .append(status)
                .append(said.isEmpty() ? "" : " " + said.substring(0, Math.min(said.length(), SHOWN)));
        json().path("violations")
                .forEach(violation -> told.append(' ')
                        .append(violation.path("pointer").asText())
                        .append('=')
                        .append(violation.path("code").asText()));
        return told.toString();
    }
}
