package ca.balise.acceptance.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A body as it goes over the wire.
 *
 * @param mediaType the Content-Type, with the boundary if it has parts
 * @param octets its octets
 */
record Payload(String mediaType, byte[] octets) {

    private static final String BOUNDARY = "balise-conformance";

    /** Writes an example in the media type of its body. */
    static Payload of(Contract contract, ApiOperation.Body body, JsonNode example) {
        if (body.isJson()) {
            return new Payload(body.mediaType(), json(example));
        }
        if (body.mediaType().startsWith("multipart/")) {
            return new Payload(body.mediaType() + "; boundary=" + BOUNDARY, parts(contract, body, example));
        }
        return new Payload(
                body.mediaType(),
                example.isTextual() ? example.asText().getBytes(StandardCharsets.UTF_8) : json(example));
    }

    /** The parts in the order of the example, each in the media type that the contract says, else in that of its kind. */
    private static byte[] parts(Contract contract, ApiOperation.Body body, JsonNode example) {
        var octets = new ByteArrayOutputStream();
        for (Map.Entry<String, JsonNode> part : example.properties()) {
            boolean text = part.getValue().isTextual();
            boolean binary = contract.property(body.schema(), part.getKey())
                    .map(contract::resolve)
                    .filter(schema -> schema.path("format").asText().equals("binary"))
                    .isPresent();
            String type = body.description()
                    .at("/encoding/" + part.getKey() + "/contentType")
                    .asText(binary ? "application/octet-stream" : text ? "text/plain" : "application/json")
                    .split(",")[0]
                    .strip();
            String file = binary ? "; filename=\"" + part.getKey() + "\"" : "";
            octets.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + part.getKey() + "\""
                            + file + "\r\nContent-Type: " + type + "\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            octets.writeBytes(text ? part.getValue().asText().getBytes(StandardCharsets.UTF_8) : json(part.getValue()));
            octets.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        octets.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return octets.toByteArray();
    }

    static byte[] json(JsonNode node) {
        try {
            return Contract.JSON.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
