package ca.balise.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;

/**
 * The main job, shown: the shipped sample is scored over HTTP, through the door, with a real token of {@code alice}, and
 * the answer is told in a few lines.
 */
final class Demonstration {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> SENSITIVE = Set.of("income_band", "chronic_condition");
    private static final int MINIMUM_CELL_SIZE = 10;
    private static final int REASONS_SHOWN = 3;
    private static final int OK = 200;
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String BOUNDARY = "balise-demonstration";

    private Demonstration() {}

    /**
     * Scores the sample and tells the answer.
     *
     * @throws SuiteFailure when the answer is not 200
     */
    static void run(Settings settings, PrintStream out) throws InterruptedException {
        out.println();
        out.printf(
                "Demonstration: %,d synthetic people of a Canadian survey, scored through the door as alice%n",
                SampleSurvey.PEOPLE);
        URI door = settings.door();
        String token = Tokens.of(settings.realm(), "alice");
        long start = System.nanoTime();
        JsonNode score = ask(request(door, "/deid/v1/scores", token)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofString(multipart())));
        tellScore(score, Duration.ofNanos(System.nanoTime() - start), out);
        tellMeasures(ask(request(door, "/genai-registry/v1/measures", token).GET()), out);
        tellPlatforms(ask(request(door, "/socialmedia/v1/platforms", token).GET()), out);
        out.printf("Try the rest in a browser: %s (log in as alice, password alice)%n%n", door.resolve("/docs"));
    }

    private static HttpRequest.Builder request(URI door, String path, String token) {
        return HttpRequest.newBuilder(door.resolve(path))
                .timeout(LIMIT)
                .header("Authorization", "Bearer " + token)
                .header("Accept-Language", "en");
    }

    private static JsonNode ask(HttpRequest.Builder asked) throws InterruptedException {
        HttpRequest request = asked.build();
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(LIMIT).build()) {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != OK) {
                throw new SuiteFailure("the demonstration failed: " + problem(response));
            }
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new SuiteFailure("the demonstration failed: " + request.uri() + " does not answer", e);
        }
    }

    private static String problem(HttpResponse<String> response) {
        String status =
                response.request().method() + " " + response.uri().getPath() + " answered " + response.statusCode();
        if (!response.headers().firstValue("Content-Type").orElse("").contains("json")) {
            return status;
        }
        try {
            JsonNode problem = JSON.readTree(response.body());
            return status + ", " + problem.path("title").asText() + ": "
                    + problem.path("detail").asText();
        } catch (IOException e) {
            return status + " with a body that is no JSON";
        }
    }

    /** The specification comes first, as the contract asks, so that the data can be scored while they arrive. */
    private static String multipart() {
        return part("specification", "application/json", specification().toString())
                + part("data", "text/csv", SampleSurvey.csv(SampleSurvey.SEED, SampleSurvey.PEOPLE))
                + "--" + BOUNDARY + "--\r\n";
    }

    private static String part(String name, String type, String body) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\nContent-Type: " + type
                + "\r\n\r\n" + body + "\r\n";
    }

    /** What the demonstration says of the sample: each column's role, one record a person, minimum size 10. */
    static ObjectNode specification() {
        ObjectNode specification = JSON.createObjectNode();
        var variables = specification.putArray("variables");
        for (String column : SampleSurvey.COLUMNS) {
            variables
                    .addObject()
                    .put("name", column)
                    .put("role", SENSITIVE.contains(column) ? "SENSITIVE" : "QUASI_IDENTIFIER");
        }
        return specification.put("oneRecordPerPerson", true).put("minimumCellSize", MINIMUM_CELL_SIZE);
    }

    /** Tells each registered measure in a line. */
    static void tellMeasures(JsonNode measures, PrintStream out) {
        out.println("Registered measures on generative AI, as the texts say them");
        measures.path("items")
                .forEach(measure -> out.printf(
                        "  %-24s %s (%s, %s)%n",
                        measure.path("type").asText(),
                        measure.at("/title/en").asText(),
                        measure.path("instrument").asText(),
                        measure.path("binding").asBoolean() ? "binding" : "not binding"));
        out.println();
    }

    /** Tells the platforms of the notice in a line each. */
    static void tellPlatforms(JsonNode platforms, PrintStream out) {
        out.println("Social-media platforms and their review");
        platforms
                .path("items")
                .forEach(platform -> out.printf(
                        "  %-24s %s%n",
                        platform.path("name").asText(),
                        platform.path("platformReview").asText()));
        out.println();
    }

    /** Tells a score in a few lines. */
    static void tellScore(JsonNode score, Duration took, PrintStream out) {
        out.printf("  answered in       %,d ms%n", took.toMillis());
        out.printf(
                "  smallest cell     %,d, where the minimum is %,d%n",
                score.path("smallestCell").asLong(),
                score.path("minimumCellSize").asLong());
        out.printf(
                "  unique records    %,d of %,d, in %,d cells%n",
                score.path("uniqueRecords").asLong(),
                score.path("records").asLong(),
                score.path("cells").asLong());
        out.printf("  verdict           %s%n", score.path("verdict").asText());
        out.println("  because");
        int shown = 0;
        for (JsonNode reason : score.path("reasons")) {
            if (shown == REASONS_SHOWN) {
                break;
            }
            shown++;
            out.printf(
                    "    %d. %s%n       %s %s, %s%n",
                    shown,
                    reason.path("message").path("en").asText(),
                    reason.path("force").asText(),
                    reason.path("code").asText(),
                    source(reason.path("source")));
        }
        out.println();
    }

    private static String source(JsonNode source) {
        return source.has("ownRule")
                ? "a rule of ours, which the notice leaves open"
                : source.path("instrument").asText() + " §"
                        + source.path("paragraph").asText();
    }
}
