package ca.balise.client.deid;

import ca.balise.client.ApiClient;
import ca.balise.client.ApiException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Scores data that are sent as they are, and streamed: a CSV of any size, or lines of JSON. The generated {@link ScoresApi} sends rows in
 * JSON only. This is written by hand.
 */
public final class ScoreUploads {

    private final ApiClient client;

    /** Speaks through a client: its address, its token. */
    public ScoreUploads(ApiClient client) {
        this.client = client;
    }

    /**
     * Scores a body while it is sent.
     *
     * @param specification identifier of a specification kept with {@link ScoresApi}
     * @param mediaType {@code text/csv} or {@code application/x-ndjson}
     * @param data for example {@code BodyPublishers.ofFile(path)}, which reads the file as it is sent
     * @throws ApiException with the status and the problem where it is not scored
     */
    public Score score(UUID specification, String mediaType, BodyPublisher data) throws ApiException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(client.getBaseUri() + "/deid/v1/scores?specification=" + specification))
                .header("Content-Type", mediaType)
                .header("Accept", "application/json, application/problem+json")
                .POST(data);
        if (client.getReadTimeout() != null) {
            request.timeout(client.getReadTimeout());
        }
        if (client.getRequestInterceptor() != null) {
            client.getRequestInterceptor().accept(request);
        }
        try {
            HttpResponse<InputStream> response =
                    client.getHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = ApiClient.getResponseBody(response)) {
                if (response.statusCode() != 200) {
                    String problem = body == null ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8);
                    throw new ApiException(
                            response.statusCode(),
                            "score failed with " + response.statusCode() + " - " + problem,
                            response.headers(),
                            problem);
                }
                return client.getObjectMapper().readValue(body, Score.class);
            }
        } catch (IOException e) {
            throw new ApiException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApiException(e);
        }
    }
}
