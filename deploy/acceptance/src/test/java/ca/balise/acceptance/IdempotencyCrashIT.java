package ca.balise.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A service that is killed in the middle of its work has done each request with a key once or not at all, and knows which: whoever
 * had no answer sends the request again and gets the one that was lost.
 */
@ExtendWith(RunningSuite.class)
@EnabledOnOs(OS.LINUX)
class IdempotencyCrashIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SERVICE = "genai-registry";
    private static final String PATH = "/genai-registry/v1/organizations";
    private static final Pattern NEXT = Pattern.compile("<([^>]*)>\\s*;\\s*rel=\"?next\"?");

    private static final int CLIENTS = 48;

    /** Answers to wait for before the kill, so that it meets a service at work. */
    private static final int ANSWERS_BEFORE = 100;

    /** How often to look for a commit whose answer is not out yet, before a kill is tried blindly. */
    private static final int LOOKS = 40;

    private static final int ROUNDS = 4;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    /** What a caller was told. */
    private record Told(int status, String location, String body) {}

    /** One round: what was asked, by key, and what was answered. */
    private static final class Round {
        final Set<String> asked = ConcurrentHashMap.newKeySet();
        final Map<String, Told> answered = new ConcurrentHashMap<>();
        final CountDownLatch enough = new CountDownLatch(ANSWERS_BEFORE);
        volatile boolean over;
    }

    @Test
    void eachKeyHasOneRecordAndItsOneAnswerAlthoughTheServiceIsKilled() throws Exception {
        Set<String> lost = Set.of();
        for (int i = 0; i < ROUNDS && lost.isEmpty(); i++) {
            Round round = new Round();
            Map<String, String> committed = killedInTheMiddle(round);
            lost = new HashSet<>(committed.keySet());
            lost.removeAll(round.answered.keySet());

            RunningSuite.restart();

            Map<String, Told> again = replay(round.asked);
            assertThat(again.values()).as("statuses").extracting(Told::status).containsOnly(201);
            assertThat(round.answered.entrySet().stream()
                            .filter(told -> !told.getValue().equals(again.get(told.getKey()))))
                    .as("keys whose answer had been received and is another now")
                    .isEmpty();
            for (String key : lost) {
                assertThat(again.get(key).location())
                        .as("committed without an answer")
                        .endsWith("/" + committed.get(key));
            }
            assertThat(records(round.asked))
                    .as("records of each key")
                    .hasSameSizeAs(round.asked)
                    .allSatisfy((_, records) -> assertThat(records).isEqualTo(1));
        }
        assertThat(lost).as("keys that were committed and not answered").isNotEmpty();
    }

    /** Lets many clients ask, kills the service when a commit is seen whose answer is not out, and tells what was committed. */
    private Map<String, String> killedInTheMiddle(Round round) throws Exception {
        ProcessHandle service = RunningSuite.process(SERVICE);
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                running.add(clients.submit(() -> askUntilOver(round)));
            }
            try {
                assertThat(round.enough.await(1, TimeUnit.MINUTES))
                        .as("the service answers 201")
                        .isTrue();
                stopBetweenCommitAndAnswer(round, service);
            } finally {
                round.over = true;
                service.destroyForcibly();
            }
            for (Future<?> one : running) {
                one.get();
            }
        }
        service.onExit().get(1, TimeUnit.MINUTES);
        return committed(round.asked);
    }

    /** Stops the service, without killing it yet, until one such commit is seen; each time it goes on. */
    private static void stopBetweenCommitAndAnswer(Round round, ProcessHandle service) throws Exception {
        for (int look = 0; look < LOOKS; look++) {
            signal("STOP", service);
            Map<String, String> committed = committed(round.asked);
            if (!round.answered.keySet().containsAll(committed.keySet())) {
                return;
            }
            signal("CONT", service);
        }
    }

    private static void signal(String name, ProcessHandle process) throws IOException, InterruptedException {
        int status = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
        assertThat(status).as("kill -" + name).isZero();
    }

    private void askUntilOver(Round round) {
        while (!round.over) {
            String key = UUID.randomUUID().toString();
            round.asked.add(key);
            Optional<Told> told = ask(key);
            if (told.isPresent() && told.get().status() == 201) {
                round.answered.put(key, told.get());
                round.enough.countDown();
            }
        }
    }

    /** What came back; nothing, if the connection broke. */
    private Optional<Told> ask(String key) {
        String body = """
                {"institution": "MSSS", "name": {"fr": "Organisme %s"}, "categories": [{"kind": "HEALTH_BODY",
                 "from": "2020-01-01", "proof": {"document": "Loi", "issuer": "Assemblée nationale"}}]}""".formatted(key);
        try {
            HttpResponse<String> response = client.send(
                    authorized(RunningSuite.door().resolve(PATH))
                            .header("Content-Type", "application/json")
                            .header("Idempotency-Key", key)
                            .POST(BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofString());
            return Optional.of(new Told(
                    response.statusCode(),
                    response.headers().firstValue("Location").orElse(""),
                    response.body()));
        } catch (IOException broken) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static HttpRequest.Builder authorized(URI address) {
        return HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + RunningSuite.token("diane"));
    }

    private Map<String, Told> replay(Set<String> keys) throws Exception {
        Map<String, Told> told = new TreeMap<>();
        try (ExecutorService clients = Executors.newFixedThreadPool(8)) {
            Map<String, Future<Optional<Told>>> asked = new HashMap<>();
            keys.forEach(key -> asked.put(key, clients.submit(() -> ask(key))));
            for (Map.Entry<String, Future<Optional<Told>>> one : asked.entrySet()) {
                told.put(one.getKey(), one.getValue().get().orElseThrow());
            }
        }
        return told;
    }

    /** How many records there are of each key, as a caller reads them. */
    private Map<String, Integer> records(Set<String> keys) throws IOException, InterruptedException {
        Map<String, Integer> records = new HashMap<>();
        URI page = RunningSuite.door().resolve(PATH + "?limit=500");
        while (page != null) {
            HttpResponse<String> response = client.send(authorized(page).GET().build(), BodyHandlers.ofString());
            assertThat(response.statusCode()).isEqualTo(200);
            for (JsonNode item : JSON.readTree(response.body()).get("items")) {
                String key = item.at("/name/fr").asText().replace("Organisme ", "");
                if (keys.contains(key)) {
                    records.merge(key, 1, Integer::sum);
                }
            }
            Matcher next = NEXT.matcher(response.headers().firstValue("Link").orElse(""));
            page = next.find() ? page.resolve(next.group(1)) : null;
        }
        return records;
    }

    /** The id of what is committed for each key, read beneath the service: while it is stopped nobody else can tell. */
    private static Map<String, String> committed(Set<String> keys) throws SQLException {
        Map<String, String> committed = new HashMap<>();
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + RunningSuite.postgresPort() + "/genai_registry",
                        "suite_administrator",
                        RunningSuite.secret("postgresql.suite_administrator"));
                PreparedStatement select = connection.prepareStatement(
                        "select name_fr, id from organization where name_fr like 'Organisme %'");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                String key = rows.getString(1).replace("Organisme ", "");
                if (keys.contains(key)) {
                    committed.put(key, rows.getString(2));
                }
            }
        }
        return committed;
    }
}
