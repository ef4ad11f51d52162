package ca.balise.edge;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.CRC32;

/**
 * A real service on loopback whose last path segment says what it does. What it saw is asked of it directly, not through the door:
 * {@code /seen/{word}} counts the requests whose target held the word, {@code /gone} answers when a caller has broken off,
 * {@code /tell/{word}} tells all who follow its events.
 */
final class Upstream {

    private final Vertx vertx = Vertx.vertx();
    private final java.util.concurrent.ConcurrentLinkedQueue<String> targets =
            new java.util.concurrent.ConcurrentLinkedQueue<>();
    private final AtomicInteger gone = new AtomicInteger();
    private final java.util.Set<HttpServerResponse> followers = java.util.concurrent.ConcurrentHashMap.newKeySet();

    int start() {
        HttpServer server = vertx.createHttpServer(
                        new HttpServerOptions().setHost("127.0.0.1").setPort(0))
                .requestHandler(this::answer);
        return server.listen().toCompletionStage().toCompletableFuture().join().actualPort();
    }

    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private void answer(HttpServerRequest request) {
        String path = request.path();
        if (path.startsWith("/seen/")) {
            String word = path.substring("/seen/".length());
            request.response()
                    .end(Long.toString(targets.stream()
                            .filter(target -> target.contains(word))
                            .count()));
            return;
        }
        if (path.startsWith("/tell/")) {
            String word = path.substring("/tell/".length());
            followers.forEach(follower -> follower.write("data: " + word + "\n\n"));
            request.response().end(Integer.toString(followers.size()));
            return;
        }
        if (path.equals("/gone")) {
            whenGone(request.response(), 100);
            return;
        }
        if (path.equals("/q/health/ready")) {
            request.response().end("{\"status\": \"UP\", \"checks\": [{\"name\": \"a detail of its own\"}]}");
            return;
        }
        targets.add(request.uri());
        switch (path.substring(path.lastIndexOf('/') + 1)) {
            case "checksum" -> checksum(request);
            case "early" ->
                request.response()
                        .setStatusCode(422)
                        .putHeader("content-type", "text/plain")
                        .end("enough");
            case "stall" -> request.pause();
            case "endless" -> {
                request.connection().closeHandler(closed -> gone.incrementAndGet());
                request.response().setChunked(true).write("begun");
            }
            case "events" -> {
                request.connection().closeHandler(closed -> {
                    followers.remove(request.response());
                    gone.incrementAndGet();
                });
                followers.add(request.response()
                        .putHeader("content-type", "text/event-stream")
                        .setChunked(true));
                request.response().write("data: begun\n\n");
            }
            case "large" -> send(request.response().setChunked(true), Long.parseLong(request.getParam("octets")));
            case "created" ->
                request.response()
                        .setStatusCode(201)
                        .setStatusMessage("Made")
                        .putHeader("Location", "http://" + request.getHeader("host") + "/deid/v1/things/1")
                        .putHeader("Connection", "X-Nominated")
                        .putHeader("X-Nominated", "secret of one connection")
                        .putHeader("Keep-Alive", "timeout=5")
                        .putHeader((CharSequence) "Set-Cookie", java.util.List.<CharSequence>of("a=1", "b=2"))
                        .end();
            case "nothing" -> request.response().setStatusCode(204).end();
            default -> echo(request);
        }
    }

    /** What arrived, a line each: method and target, then the headers. */
    private static void echo(HttpServerRequest request) {
        request.bodyHandler(body -> {
            var text = new StringBuilder(request.method() + " " + request.uri() + "\n");
            request.headers()
                    .forEach(header -> text.append(header.getKey().toLowerCase(java.util.Locale.ROOT))
                            .append(": ")
                            .append(header.getValue())
                            .append('\n'));
            request.response()
                    .putHeader("content-type", "text/plain")
                    .end(text.append('\n').append(body).toString());
        });
    }

    private static void checksum(HttpServerRequest request) {
        var sum = new CRC32();
        long[] octets = {0};
        request.handler(chunk -> {
            sum.update(chunk.getBytes());
            octets[0] += chunk.length();
        });
        request.endHandler(end -> request.response().end(octets[0] + " " + sum.getValue()));
    }

    private static void send(HttpServerResponse response, long left) {
        long remaining = left;
        while (remaining > 0) {
            if (response.writeQueueFull()) {
                long rest = remaining;
                response.drainHandler(drained -> send(response, rest));
                return;
            }
            int length = (int) Math.min(remaining, Body.CHUNK);
            response.write(Buffer.buffer(Body.chunk()).slice(0, length));
            remaining -= length;
        }
        response.end();
    }

    private void whenGone(HttpServerResponse response, int patience) {
        if (gone.get() > 0 || patience == 0) {
            response.end(Boolean.toString(gone.getAndSet(0) > 0));
        } else {
            vertx.setTimer(100, later -> whenGone(response, patience - 1));
        }
    }
}
