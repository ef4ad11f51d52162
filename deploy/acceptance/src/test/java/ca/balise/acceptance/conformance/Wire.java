package ca.balise.acceptance.conformance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/** Sends requests, over connections that are kept. A caller who is told to wait waits, as a well-behaved one does. */
final class Wire implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int ATTEMPTS = 5;
    private static final int LONGEST_WAIT_SECONDS = 5;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final AtomicLong sent = new AtomicLong();

    /** How many requests were sent. */
    long sent() {
        return sent.get();
    }

    /**
     * Sends a request and reads its answer; of a stream of events the beginning. An answer that asks to wait (429, or 503 with
     * {@code Retry-After}) is waited for and the request sent again, some times.
     */
    Answer send(URI address, Request request) {
        Answer answer = sendOnce(address, request);
        for (int attempt = 1; attempt < ATTEMPTS && asksToWait(answer); attempt++) {
            await(answer.header("Retry-After"));
            answer = sendOnce(address, request);
        }
        return answer;
    }

    private static boolean asksToWait(Answer answer) {
        return (answer.status() == 429 || answer.status() == 503)
                && answer.header("Retry-After").matches("\\d+");
    }

    private static void await(String seconds) {
        try {
            TimeUnit.SECONDS.sleep(Math.min(LONGEST_WAIT_SECONDS, Integer.parseInt(seconds)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Answer sendOnce(URI address, Request request) {
        var building = HttpRequest.newBuilder(URI.create(address + request.target()))
                .method(
                        request.method(),
                        request.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(request.body()));
        request.headers().forEach(building::header);
        if (request.caller() != null) {
            building.header(
                    "Authorization", "Bearer " + request.caller().token().get());
        }
        sent.incrementAndGet();
        try {
            HttpResponse<byte[]> response =
                    client.sendAsync(building.build(), Wire::bodyOf).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            Map<String, List<String>> headers = new LinkedHashMap<>();
            response.headers().map().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
            return new Answer(response.statusCode(), headers, response.body());
        } catch (ExecutionException | TimeoutException e) {
            throw new Untriable(request.method() + " " + request.path() + " had no answer: "
                    + (e.getCause() == null ? PATIENCE + " passed" : e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static BodySubscriber<byte[]> bodyOf(HttpResponse.ResponseInfo info) {
        return info.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream")
                ? new Beginning()
                : BodySubscribers.ofByteArray();
    }

    /** The first octets of an answer that may never end. */
    private static final class Beginning implements BodySubscriber<byte[]> {

        private final CompletableFuture<byte[]> octets = new CompletableFuture<>();
        private Flow.Subscription subscription;

        @Override
        public CompletionStage<byte[]> getBody() {
            return octets;
        }

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = given;
            given.request(1);
        }

        @Override
        public void onNext(List<ByteBuffer> buffers) {
            int length = buffers.stream().mapToInt(ByteBuffer::remaining).sum();
            ByteBuffer whole = ByteBuffer.allocate(length);
            buffers.forEach(whole::put);
            octets.complete(whole.array());
            subscription.cancel();
        }

        @Override
        public void onError(Throwable broken) {
            octets.completeExceptionally(broken);
        }

        @Override
        public void onComplete() {
            octets.complete(new byte[0]);
        }
    }

    /**
     * The status of the answer to a body that is, or says it is, this long; read while the body is still being written, as the
     * refusal may come before its end. The JDK's client reads only afterwards.
     *
     * @param announced the Content-Length; negative: the body goes in chunks, which do not say
     * @param octets what is sent of it; padded with spaces after its first octet
     * @param length how many octets to send
     * @return the status line, or {@code ""} if there was none
     */
    String sendLong(URI address, Request request, long announced, byte[] octets, int length) {
        sent.incrementAndGet();
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            OutputStream out = socket.getOutputStream();
            out.write(head(address, request, announced).getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            Thread writing = Thread.ofVirtual().start(() -> write(out, padded(octets, length), announced < 0));
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            String line = in.readLine();
            writing.interrupt();
            return line == null ? "" : line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String head(URI address, Request request, long announced) {
        List<String> lines = new ArrayList<>(List.of(
                request.method() + " " + request.target() + " HTTP/1.1",
                "Host: " + address.getAuthority(),
                "Connection: close",
                announced < 0 ? "Transfer-Encoding: chunked" : "Content-Length: " + announced));
        request.headers().forEach((name, value) -> lines.add(name + ": " + value));
        if (request.caller() != null) {
            lines.add("Authorization: Bearer " + request.caller().token().get());
        }
        return String.join("\r\n", lines) + "\r\n\r\n";
    }

    private static byte[] padded(byte[] octets, int length) {
        byte[] padded = new byte[length];
        java.util.Arrays.fill(padded, (byte) ' ');
        if (octets.length > 0 && length > octets.length) {
            padded[0] = octets[0];
            System.arraycopy(octets, 1, padded, length - octets.length + 1, octets.length - 1);
        }
        return padded;
    }

    private static void write(OutputStream out, byte[] octets, boolean chunked) {
        try {
            int step = 8192;
            for (int from = 0; from < octets.length; from += step) {
                int size = Math.min(step, octets.length - from);
                if (chunked) {
                    out.write((Integer.toHexString(size) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                }
                out.write(octets, from, size);
                if (chunked) {
                    out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                }
            }
            if (chunked) {
                out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            }
            out.flush();
        } catch (IOException refused) {
            // The answer came first and the connection was closed: exactly what is tried here.
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
