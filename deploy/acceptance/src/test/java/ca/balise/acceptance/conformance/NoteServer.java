package ca.balise.acceptance.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A small server of notes that keeps every rule of the house, except the one that its defect breaks. It is what the checks are
 * tried on: a check that finds nothing wrong here with a defect would find nothing wrong anywhere.
 */
final class NoteServer implements AutoCloseable {

    /** Those who have a token here, which is their name. */
    static final List<Caller> CALLERS = List.of(
            caller("ann", "A", "writer"),
            caller("ben", "B", "writer"),
            caller("aud", "C", "auditor"),
            caller("guest", "A", "visitor"));

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

    private static final int LARGEST = 65_536;
    private static final long LARGEST_TABLE = 1L << 40;
    private static final int KEPT_IN_MEMORY = 1 << 20;
    private static final int MOST_ITEMS = 500;
    private static final List<String> TOPICS = List.of("finance", "health", "transport");
    private static final String PREFIX = "/notes/v1/";

    /** How long a key that races waits for the other: either it comes, or the caller is alone. */
    private static final int MILLISECONDS_OF_A_RACE = 100;

    private final Defect defect;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Contract contract;
    private final Map<String, ObjectNode> notes = new LinkedHashMap<>();
    private final Map<String, ObjectNode> labels = new LinkedHashMap<>();
    private final Map<String, ObjectNode> jobs = new LinkedHashMap<>();
    private final Map<String, String> owners = new LinkedHashMap<>();
    private final Map<String, Kept> kept = new LinkedHashMap<>();
    private final Map<String, CountDownLatch> races = new ConcurrentHashMap<>();

    /** The answer to a key, and what was asked with it. */
    private record Kept(byte[] body, Reply reply) {}

    /** An answer on its way out. */
    private record Reply(int status, Map<String, String> headers, byte[] body) {

        static Reply json(int status, JsonNode body) {
            return new Reply(status, Map.of("Content-Type", "application/json"), Payload.json(body));
        }

        static Reply empty(int status) {
            return new Reply(status, Map.of(), new byte[0]);
        }

        Reply with(String header, String value) {
            Map<String, String> more = new LinkedHashMap<>(headers);
            more.put(header, value);
            return new Reply(status, more, body);
        }
    }

    /** A refusal: thrown where it is noticed. */
    private static final class Refusal extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final int status;
        private final String code;
        private final String pointer;
        private final transient Map<String, String> headers = new LinkedHashMap<>();

        Refusal(int status, String code, String pointer) {
            super(code, null, false, false);
            this.status = status;
            this.code = code;
            this.pointer = pointer;
        }
    }

    private static Caller caller(String name, String institution, String role) {
        return new Caller(name, institution, Set.of(role), () -> name);
    }

    /** @param defect what is to be wrong; {@code null}: nothing */
    NoteServer(Defect defect) throws IOException {
        this.defect = defect;
        this.contract = contract(defect);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    private static Contract contract(Defect defect) throws IOException {
        try (var in = NoteServer.class.getResourceAsStream("notes.yaml")) {
            Contract sound = Contract.read("notes", new String(in.readAllBytes(), StandardCharsets.UTF_8));
            JsonNode document = sound.document().deepCopy();
            if (defect != null) {
                defect.spoil(document);
            }
            return Contract.read("notes", document.toString());
        }
    }

    Contract contract() {
        return contract;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }

    private boolean has(Defect other) {
        return defect == other;
    }

    // --- the way in -------------------------------------------------------------------------------------------------

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Reply reply;
            // What is announced as too long for this server's memory is not waited for.
            byte[] body = announced(exchange.getRequestHeaders()) > KEPT_IN_MEMORY
                    ? new byte[0]
                    : exchange.getRequestBody().readAllBytes();
            try {
                reply = route(exchange, body);
            } catch (Refusal refusal) {
                reply = problem(refusal, exchange);
            } catch (RuntimeException fault) {
                reply = problem(new Refusal(500, "INTERNAL_ERROR", null), exchange);
            }
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            boolean events = "text/event-stream".equals(reply.headers().get("Content-Type"));
            int length = reply.body().length == 0 ? -1 : reply.body().length;
            exchange.sendResponseHeaders(reply.status(), events ? 0 : length);
            if (reply.body().length > 0) {
                exchange.getResponseBody().write(reply.body());
                // Before the end of the exchange, which waits for what is left of the request.
                exchange.getResponseBody().flush();
            }
        }
    }

    private Reply route(HttpExchange exchange, byte[] body) {
        String path = exchange.getRequestURI().getRawPath();
        Caller caller = path.startsWith(PREFIX + "public/") ? null : authenticated(exchange, path);
        ApiOperation operation = operation(exchange.getRequestMethod(), path);
        if (caller != null) {
            authorize(operation, caller);
        }
        Headers headers = exchange.getRequestHeaders();
        requireAcceptable(headers, operation);
        Map<String, String> query = query(exchange.getRequestURI(), operation);
        if (operation.hasBody()) {
            requireReadable(operation, headers, body);
        }
        String id = operation.subject() == null ? "" : path.split("/")[4];
        return switch (named(operation)) {
            case "GET notes" -> list(caller, query, headers);
            case "POST notes" -> once(caller, headers, body, () -> create(caller, newNote(body, caller, null)));
            case "GET notes/{id}" -> conditional(headers, read(note(id, caller, has(Defect.FOREIGN_RECORD_SHOWN))));
            case "PUT notes/{id}" -> replace(id, caller, headers, body);
            case "DELETE notes/{id}" -> remove(id, caller, headers);
            case "POST notes/{id}/openings" -> move(note(id, caller, false), "DRAFT", "OPEN");
            case "POST notes/{id}/closures" -> move(note(id, caller, false), "OPEN", "CLOSED");
            case "GET topics" -> topics(query);
            case "POST labels" -> once(caller, headers, body, () -> label(body, caller));
            case "GET labels/{id}" -> conditional(headers, Reply.json(200, label(id)));
            case "POST counts" -> count(caller, headers, query, body);
            case "POST determinations" -> determine(body, caller);
            case "POST reports" -> once(caller, headers, body, () -> report(body, caller));
            case "GET jobs/{id}" -> conditional(headers, Reply.json(200, job(id, caller)));
            case "DELETE jobs/{id}" -> cancel(id, caller);
            case "GET jobs/{id}/events" -> events(id, caller);
            case "GET public/terms" -> Reply.json(200, JSON.createObjectNode().put("terms", "none"));
            default -> throw new IllegalStateException("no handler of " + operation);
        };
    }

    private static String named(ApiOperation operation) {
        return operation.method() + " " + operation.path().substring(PREFIX.length());
    }

    private Caller authenticated(HttpExchange exchange, String path) {
        String token = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        boolean open = has(Defect.NO_TOKEN_NEEDED) && path.startsWith(PREFIX + "topics");
        return CALLERS.stream()
                .filter(caller -> token.equals("Bearer " + caller.token().get()))
                .findFirst()
                .or(() -> open ? java.util.Optional.of(CALLERS.getFirst()) : java.util.Optional.empty())
                .orElseThrow(() -> {
                    var refusal = new Refusal(401, "UNAUTHENTICATED", null);
                    if (!has(Defect.NO_CHALLENGE)) {
                        refusal.headers.put("WWW-Authenticate", "Bearer");
                    }
                    return refusal;
                });
    }

    private ApiOperation operation(String method, String path) {
        List<ApiOperation> here = contract.operations().stream()
                .filter(operation -> path.matches(operation.path().replaceAll("\\{[^}]+}", "[^/]+")))
                .toList();
        if (here.isEmpty()) {
            throw new Refusal(404, "NOT_FOUND", null);
        }
        return here.stream()
                .filter(operation -> operation.method().equals(method))
                .findFirst()
                .orElseThrow(() -> {
                    var refusal = has(Defect.WRONG_METHOD_NOT_FOUND)
                            ? new Refusal(404, "NOT_FOUND", null)
                            : new Refusal(405, "METHOD_NOT_ALLOWED", null);
                    if (!has(Defect.NO_ALLOW)) {
                        refusal.headers.put(
                                "Allow",
                                String.join(
                                        ", ",
                                        here.stream().map(ApiOperation::method).toList()));
                    }
                    return refusal;
                });
    }

    private void authorize(ApiOperation operation, Caller caller) {
        Set<String> right = new TreeSet<>(operation.anyCaller() ? Set.of() : roles(operation));
        boolean enters = operation.anyCaller() || caller.holdsOneOf(right);
        if (has(Defect.ROLES_NOT_LOOKED_AT) || has(Defect.AUDITOR_WRITES) && caller.isCentral()) {
            enters = true;
        }
        if (has(Defect.AUDITOR_REFUSED) && caller.isCentral() && operation.id().equals("readNote")) {
            enters = false;
        }
        if (!enters) {
            throw new Refusal(403, "FORBIDDEN", null);
        }
    }

    /** What the server itself knows, also where the contract does not say it. */
    private static Set<String> roles(ApiOperation operation) {
        return Set.of("listNotes", "readNote").contains(operation.id())
                ? Set.of("writer", "auditor")
                : Set.of("writer");
    }

    private void requireAcceptable(Headers headers, ApiOperation operation) {
        String accept = headers.getFirst("Accept");
        boolean acceptable = accept == null
                || accept.contains("*/*")
                || operation.produces().isEmpty()
                || operation.produces().stream().anyMatch(accept::contains);
        if (!acceptable && !has(Defect.ANY_TYPE_ACCEPTABLE)) {
            throw new Refusal(406, "NOT_ACCEPTABLE", null);
        }
    }

    private Map<String, String> query(URI uri, ApiOperation operation) {
        Map<String, String> query = new LinkedHashMap<>();
        String raw = uri.getRawQuery();
        for (String pair : raw == null ? new String[0] : raw.split("&")) {
            String[] parts = pair.split("=", 2);
            query.put(parts[0], URLDecoder.decode(parts.length == 1 ? "" : parts[1], StandardCharsets.UTF_8));
        }
        Set<String> known = switch (operation.path().substring(PREFIX.length())) {
            case "notes" ->
                operation.method().equals("GET") ? Set.of("limit", "after", "sort", "status", "titleOf") : Set.of();
            case "counts" -> Set.of("note");
            case "topics" -> Set.of("limit", "after");
            default -> Set.of();
        };
        query.keySet().stream()
                .filter(name -> !known.contains(name) && !has(Defect.UNKNOWN_PARAMETER_ACCEPTED))
                .findFirst()
                .ifPresent(name -> {
                    throw new Refusal(400, "MALFORMED_REQUEST", name);
                });
        return query;
    }

    private void requireReadable(ApiOperation operation, Headers headers, byte[] body) {
        String type = String.valueOf(headers.getFirst("Content-Type")).split(";")[0];
        boolean read = operation.requestBodies().stream()
                .anyMatch(known -> known.mediaType().equals(type));
        if (!read && !has(Defect.ANY_TYPE_READ)) {
            throw new Refusal(415, "UNSUPPORTED_MEDIA_TYPE", null);
        }
        boolean chunked = headers.getFirst("Content-Length") == null;
        boolean unlimited = has(Defect.NO_LARGEST_BODY) || has(Defect.NO_LARGEST_BODY_IN_CHUNKS) && chunked;
        long largest = type.equals("text/csv") ? LARGEST_TABLE : LARGEST;
        if (Math.max(body.length, announced(headers)) > largest && !unlimited) {
            throw new Refusal(413, "PAYLOAD_TOO_LARGE", null);
        }
    }

    private static long announced(Headers headers) {
        String length = headers.getFirst("Content-Length");
        return length == null ? 0 : Long.parseLong(length);
    }

    // --- bodies -----------------------------------------------------------------------------------------------------

    private ObjectNode object(byte[] body) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(java.nio.ByteBuffer.wrap(body));
            return switch (JSON.readTree(body)) {
                case ObjectNode object -> object;
                default -> throw new Refusal(400, "INVALID_MEMBER", "");
            };
        } catch (CharacterCodingException e) {
            throw has(Defect.FAILS_ON_BAD_UTF_8)
                    ? new IllegalStateException(e)
                    : new Refusal(400, "MALFORMED_JSON", null);
        } catch (JsonProcessingException e) {
            throw new Refusal(has(Defect.MALFORMED_JSON_UNPROCESSABLE) ? 422 : 400, "MALFORMED_JSON", null);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void knownMembers(JsonNode object, String pointer, Set<String> known) {
        boolean accepted =
                pointer.isEmpty() ? has(Defect.UNKNOWN_MEMBER_ACCEPTED) : has(Defect.NESTED_UNKNOWN_MEMBER_ACCEPTED);
        object.fieldNames().forEachRemaining(member -> {
            if (!known.contains(member) && !accepted) {
                throw new Refusal(
                        400, "INVALID_MEMBER", has(Defect.UNKNOWN_MEMBER_NOT_NAMED) ? "" : pointer + "/" + member);
            }
        });
    }

    private String text(ObjectNode body, String member) {
        JsonNode value = body.path(member);
        if (has(Defect.FAILS_ON_A_NUMBER) && value.isNumber()) {
            throw new IllegalStateException("a number");
        }
        if (!value.isTextual()) {
            throw new Refusal(value.isMissingNode() ? 422 : 400, "INVALID_VALUE", "/" + member);
        }
        if (value.asText().isBlank() || value.asText().length() > 200) {
            throw new Refusal(422, "INVALID_VALUE", "/" + member);
        }
        return value.asText();
    }

    private ObjectNode newNote(byte[] body, Caller caller, ObjectNode present) {
        ObjectNode given = object(body);
        knownMembers(given, "", Set.of("institution", "title", "details"));
        if (!given.path("details").isMissingNode() && !given.path("details").isObject()) {
            throw new Refusal(400, "INVALID_VALUE", "/details");
        }
        knownMembers(given.path("details"), "/details", Set.of("comment"));
        String comment = given.at("/details/comment").asText("");
        boolean foreign = !text(given, "institution").equals(caller.institution());
        if (foreign
                && !has(Defect.AUDITOR_WRITES)
                && !has(Defect.ROLES_NOT_LOOKED_AT)
                && !has(Defect.FOREIGN_RECORD_REPLACED)) {
            throw new Refusal(422, "NOT_YOURS", "/institution");
        }
        ObjectNode note = present == null ? JSON.createObjectNode() : present;
        note.put("institution", given.get("institution").asText()).put("title", text(given, "title"));
        note.putObject("details").put("comment", comment);
        return note;
    }

    // --- notes ------------------------------------------------------------------------------------------------------

    private synchronized Reply create(Caller caller, ObjectNode note) {
        String id = UUID.randomUUID().toString();
        note.put("id", id).put("status", "DRAFT").put("createdAt", Instant.now().toString());
        notes.put(id, note);
        Reply reply = read(note);
        return has(Defect.NO_LOCATION)
                ? new Reply(201, reply.headers(), reply.body())
                : new Reply(201, reply.headers(), reply.body()).with("Location", PREFIX + "notes/" + id);
    }

    private synchronized ObjectNode note(String id, Caller caller, boolean anybodys) {
        requireIdentifier(id);
        ObjectNode note = notes.get(id);
        if (note == null || !anybodys && !sees(caller, note)) {
            throw new Refusal(404, "NOT_FOUND", null);
        }
        return note;
    }

    private void requireIdentifier(String id) {
        if (has(Defect.FAILS_ON_A_STRANGE_ID) && id.length() < 8) {
            throw new IllegalStateException("an id of " + id.length());
        }
    }

    private static boolean sees(Caller caller, JsonNode note) {
        return caller.isCentral() || note.path("institution").asText().equals(caller.institution());
    }

    private synchronized Reply read(ObjectNode note) {
        ObjectNode shown = note.deepCopy();
        if (has(Defect.UNDOCUMENTED_MEMBER)) {
            shown.put("version", 1);
        }
        if (has(Defect.WRONG_MEMBER)) {
            shown.put("status", "GONE");
        }
        Reply reply = Reply.json(200, shown).with("ETag", tag(shown));
        return has(Defect.WRONG_CONTENT_TYPE) ? reply.with("Content-Type", "text/plain") : reply;
    }

    private static String tag(JsonNode shown) {
        return "\"" + Integer.toHexString(shown.toString().hashCode()) + "\"";
    }

    private Reply conditional(Headers headers, Reply reply) {
        String tag =
                reply.headers().getOrDefault("ETag", tag(JSON.getNodeFactory().textNode(text(reply))));
        Reply tagged = reply.with("ETag", tag);
        String known = headers.getFirst("If-None-Match");
        boolean same = known != null && (known.equals("*") || known.contains(tag));
        if (!same || has(Defect.NEVER_304)) {
            return tagged;
        }
        return has(Defect.NO_TAG_WITH_304) ? Reply.empty(304) : Reply.empty(304).with("ETag", tag);
    }

    private static String text(Reply reply) {
        return new String(reply.body(), StandardCharsets.UTF_8);
    }

    private synchronized Reply replace(String id, Caller caller, Headers headers, byte[] body) {
        ObjectNode note = note(id, caller, has(Defect.FOREIGN_RECORD_REPLACED));
        ObjectNode replaced = newNote(body, caller, note.deepCopy());
        requireMatch(note, headers);
        notes.put(id, replaced);
        Reply reply = read(replaced);
        return has(Defect.UNDOCUMENTED_STATUS) ? new Reply(203, reply.headers(), reply.body()) : reply;
    }

    private synchronized Reply remove(String id, Caller caller, Headers headers) {
        requireMatch(note(id, caller, false), headers);
        notes.remove(id);
        return Reply.empty(204);
    }

    private void requireMatch(ObjectNode note, Headers headers) {
        String given = headers.getFirst("If-Match");
        if (has(Defect.IF_MATCH_IGNORED)) {
            return;
        }
        if (given == null) {
            throw new Refusal(428, "PRECONDITION_REQUIRED", null);
        }
        String tag = read(note).headers().get("ETag");
        boolean matches = given.equals(tag)
                || has(Defect.STALE_TAG_ACCEPTED)
                || has(Defect.WEAK_TAG_ACCEPTED) && given.equals("W/" + tag);
        if (!matches || has(Defect.RIGHT_TAG_REFUSED)) {
            throw new Refusal(412, "PRECONDITION_FAILED", null);
        }
    }

    private synchronized Reply move(ObjectNode note, String from, String to) {
        if (!note.path("status").asText().equals(from)) {
            throw new Refusal(409, "CONFLICT", null);
        }
        note.put("status", to);
        return Reply.empty(204);
    }

    // --- collections ------------------------------------------------------------------------------------------------

    private synchronized Reply list(Caller caller, Map<String, String> query, Headers headers) {
        boolean falling = "-createdAt".equals(sort(query)) && !has(Defect.SORT_IGNORED);
        String status = query.get("status");
        if (status != null && !List.of("DRAFT", "OPEN", "CLOSED").contains(status)) {
            throw new Refusal(400, "MALFORMED_REQUEST", "status");
        }
        if (query.containsKey("titleOf") && query.get("titleOf").isEmpty()) {
            throw new Refusal(400, "MALFORMED_REQUEST", "titleOf");
        }
        List<JsonNode> found = new ArrayList<>(notes.values().stream()
                .filter(note -> sees(caller, note) || has(Defect.FOREIGN_RECORD_LISTED))
                .filter(note -> status == null
                        || has(Defect.FILTER_IGNORED)
                        || note.path("status").asText().equals(status))
                .toList());
        // Stable: those of one instant keep the order in which they came.
        found.sort(Comparator.comparing(note -> note.path("createdAt").asText()));
        return conditional(headers, page("notes", falling ? found.reversed() : found, "id", query));
    }

    private String sort(Map<String, String> query) {
        String sort = query.getOrDefault("sort", "createdAt");
        if (!List.of("createdAt", "-createdAt").contains(sort) && !has(Defect.UNKNOWN_SORT_ACCEPTED)) {
            throw new Refusal(400, "MALFORMED_REQUEST", "sort");
        }
        return sort;
    }

    private Reply topics(Map<String, String> query) {
        List<JsonNode> topics = TOPICS.stream()
                .<JsonNode>map(code -> JSON.createObjectNode().put("code", code))
                .toList();
        return page("topics", topics, "code", query);
    }

    private Reply page(String collection, List<JsonNode> found, String key, Map<String, String> query) {
        int limit = limit(query.getOrDefault("limit", "50"));
        int from = query.containsKey("after") ? position(collection, found, key, query.get("after")) : 0;
        int to = Math.min(found.size(), from + limit);
        ObjectNode body = JSON.createObjectNode();
        var items = body.putArray("items");
        found.subList(from, to).forEach(items::add);
        Reply reply = Reply.json(200, body);
        if (to == found.size() || has(Defect.NO_LINK)) {
            return reply;
        }
        String cursor = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        (collection + "|" + found.get(to - 1).path(key).asText()).getBytes(StandardCharsets.UTF_8));
        StringBuilder link = new StringBuilder(
                        has(Defect.LINK_ABSOLUTE) ? address().toString() : "")
                .append(PREFIX)
                .append(collection)
                .append("?after=")
                .append(cursor);
        query.forEach((name, value) -> {
            if (!name.equals("after")) {
                link.append('&').append(name).append('=').append(Request.encoded(value));
            }
        });
        return reply.with("Link", "<" + link + ">; rel=\"next\"");
    }

    private int limit(String given) {
        int limit = given.matches("[0-9]{1,3}") ? Integer.parseInt(given) : 0;
        if (has(Defect.LIMIT_LOWERED_IN_SILENCE) && limit > MOST_ITEMS) {
            return MOST_ITEMS;
        }
        if (limit < 1 || limit > MOST_ITEMS) {
            throw new Refusal(400, "MALFORMED_REQUEST", "limit");
        }
        return limit;
    }

    private int position(String collection, List<JsonNode> found, String key, String cursor) {
        String decoded;
        try {
            decoded = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notOne) {
            decoded = "";
        }
        if (!decoded.startsWith(collection + "|")) {
            if (has(Defect.ANY_CURSOR_ACCEPTED)) {
                return 0;
            }
            throw new Refusal(400, "MALFORMED_REQUEST", "after");
        }
        String last = decoded.substring(collection.length() + 1);
        for (int i = 0; i < found.size(); i++) {
            if (found.get(i).path(key).asText().equals(last)) {
                int step = has(Defect.PAGES_REPEAT) ? 0 : has(Defect.PAGES_FORGET) ? 2 : 1;
                return Math.min(found.size(), i + step);
            }
        }
        return found.size();
    }

    // --- the others -------------------------------------------------------------------------------------------------

    private Reply label(byte[] body, Caller caller) {
        ObjectNode given = object(body);
        knownMembers(given, "", Set.of("name", "first"));
        String name = text(given, "name");
        requireNote(text(given, "first"), caller, "/first");
        synchronized (this) {
            if (labels.values().stream()
                    .anyMatch(label -> label.get("name").asText().equals(name))) {
                throw new Refusal(409, "CONFLICT", "/name");
            }
            String id = UUID.randomUUID().toString();
            ObjectNode label = JSON.createObjectNode().put("id", id).put("name", name);
            labels.put(id, label);
            return Reply.json(201, label).with("ETag", tag(label)).with("Location", PREFIX + "labels/" + id);
        }
    }

    private synchronized ObjectNode label(String id) {
        requireIdentifier(id);
        if (!labels.containsKey(id)) {
            throw new Refusal(404, "NOT_FOUND", null);
        }
        return labels.get(id);
    }

    private Reply count(Caller caller, Headers headers, Map<String, String> query, byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        boolean parts = String.valueOf(headers.getFirst("Content-Type")).startsWith("multipart/");
        if (!parts) {
            requireNote(query.getOrDefault("note", ""), caller, "note");
        }
        if (parts && !text.contains("name=\"data\"; filename=\"data\"\r\nContent-Type: text/csv\r\n")) {
            throw new Refusal(400, "NO_DATA", null);
        }
        return Reply.json(200, JSON.createObjectNode().put("lines", text.lines().count()));
    }

    private synchronized void requireNote(String id, Caller caller, String pointer) {
        if (!notes.containsKey(id) || !sees(caller, notes.get(id))) {
            throw new Refusal(422, "NO_SUCH_NOTE", pointer);
        }
    }

    private Reply determine(byte[] body, Caller caller) {
        ObjectNode given = object(body);
        knownMembers(given, "", Set.of("noteId", "question"));
        text(given, "question");
        requireNote(text(given, "noteId"), caller, "/noteId");
        return Reply.json(200, JSON.createObjectNode().putNull("answer"));
    }

    private synchronized Reply report(byte[] body, Caller caller) {
        ObjectNode given = object(body);
        knownMembers(given, "", Set.of("title"));
        text(given, "title");
        String id = UUID.randomUUID().toString();
        ObjectNode job = JSON.createObjectNode().put("id", id).put("status", "QUEUED");
        jobs.put(id, job);
        owners.put(id, caller.institution());
        return Reply.json(202, job).with("Location", PREFIX + "jobs/" + id);
    }

    private synchronized ObjectNode job(String id, Caller caller) {
        requireIdentifier(id);
        boolean foreign = !caller.isCentral() && !caller.institution().equals(owners.get(id));
        if (!jobs.containsKey(id) || foreign && !has(Defect.FOREIGN_JOB_SHOWN)) {
            throw new Refusal(404, "NOT_FOUND", null);
        }
        return jobs.get(id);
    }

    private Reply cancel(String id, Caller caller) {
        job(id, caller).put("status", "CANCELLED");
        return Reply.empty(204);
    }

    private Reply events(String id, Caller caller) {
        job(id, caller);
        return new Reply(
                200, Map.of("Content-Type", "text/event-stream"), "data: 0\n\n".getBytes(StandardCharsets.US_ASCII));
    }

    // --- keys -------------------------------------------------------------------------------------------------------

    private Reply once(Caller caller, Headers headers, byte[] body, java.util.function.Supplier<Reply> making) {
        String given = headers.getFirst("Idempotency-Key");
        if (given == null) {
            return making.get();
        }
        if (!given.matches("[A-Za-z0-9-]{1,64}") && !has(Defect.ANY_KEY_ACCEPTED)) {
            throw new Refusal(400, "MALFORMED_REQUEST", "Idempotency-Key");
        }
        if (has(Defect.KEY_IGNORED)) {
            return making.get();
        }
        String key = has(Defect.KEY_OF_EVERYBODY) ? given : caller.name() + " " + given;
        if (has(Defect.KEY_RACES)) {
            return raced(key, body, making);
        }
        synchronized (kept) {
            Kept known = kept.get(key);
            if (known == null) {
                Reply reply = making.get();
                kept.put(key, new Kept(body, reply));
                return reply;
            }
            return replayed(known, body);
        }
    }

    private Reply replayed(Kept known, byte[] body) {
        boolean other = !Arrays.equals(known.body(), body);
        if (other && !has(Defect.OTHER_BODY_REPLAYED)) {
            throw new Refusal(422, "KEY_REUSED", "Idempotency-Key");
        }
        Map<String, String> headers = new LinkedHashMap<>(known.reply().headers());
        if (has(Defect.REPLAYED_WITHOUT_LOCATION)) {
            headers.remove("Location");
        }
        return new Reply(known.reply().status(), headers, known.reply().body());
    }

    /** Looks first and keeps afterwards, as a server without a lock does; two that come together both make. */
    private Reply raced(String key, byte[] body, java.util.function.Supplier<Reply> making) {
        synchronized (kept) {
            if (kept.containsKey(key)) {
                return replayed(kept.get(key), body);
            }
        }
        CountDownLatch other = races.computeIfAbsent(key, _ -> new CountDownLatch(2));
        other.countDown();
        try {
            other.await(MILLISECONDS_OF_A_RACE, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Reply reply = making.get();
        synchronized (kept) {
            kept.putIfAbsent(key, new Kept(body, reply));
        }
        return reply;
    }

    // --- problems ---------------------------------------------------------------------------------------------------

    private Reply problem(Refusal refusal, HttpExchange exchange) {
        if (has(Defect.HTML_ERROR) && refusal.status == 404) {
            return new Reply(
                    404, Map.of("Content-Type", "text/html"), "<html>Not found".getBytes(StandardCharsets.US_ASCII));
        }
        String accepted = String.valueOf(exchange.getRequestHeaders().getFirst("Accept-Language"));
        boolean french = accepted.startsWith("fr") && !has(Defect.ENGLISH_FOR_FRENCH);
        ObjectNode problem = JSON.createObjectNode();
        problem.put("type", "urn:notes:problem:" + refusal.code);
        problem.put("title", (french ? "Refus " : "Refusal ") + refusal.status);
        problem.put("status", refusal.status);
        problem.put("detail", french ? "Consultez le contrat." : "See the contract.");
        if (has(Defect.VALUE_REPEATED)) {
            problem.put(
                    "detail",
                    (french ? "Vu " : "Seen ") + exchange.getRequestURI().getRawQuery());
        }
        if (has(Defect.CLASS_NAME_SHOWN)) {
            problem.put("detail", (french ? "Voir " : "See ") + "ca.balise.notes.NoteResource");
        }
        problem.put("instance", exchange.getRequestURI().getRawPath());
        problem.put("code", french && has(Defect.CODE_TRANSLATED) ? "REFUS" : refusal.code);
        problem.put("traceId", has(Defect.NO_TRACE) ? "" : UUID.randomUUID().toString());
        var violations = problem.putArray("violations");
        if (refusal.pointer != null) {
            violations
                    .addObject()
                    .put("pointer", refusal.pointer)
                    .put("code", "INVALID")
                    .put("message", french ? "Non admis." : "Not accepted.");
        }
        Reply reply = Reply.json(refusal.status, problem)
                .with("Content-Type", "application/problem+json")
                .with("Content-Language", french ? "fr" : "en")
                .with("Vary", has(Defect.NO_VARY) ? "Origin" : "Accept-Language");
        for (Map.Entry<String, String> header : refusal.headers.entrySet()) {
            reply = reply.with(header.getKey(), header.getValue());
        }
        return reply;
    }
}
