package ca.balise.kit.store.job;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A caller that follows a job over a connection of its own, line by line, and can leave. */
final class EventStream implements AutoCloseable {

    private final Socket socket;
    private final BufferedReader answer;
    private final List<String> head = new ArrayList<>();

    EventStream(URI address, String token, String language) throws IOException {
        socket = new Socket(address.getHost(), address.getPort());
        socket.setSoTimeout(30_000);
        socket.getOutputStream()
                .write(("GET " + address.getRawPath()
                                + " HTTP/1.1\r\nHost: store\r\nAccept: text/event-stream\r\nAccept-Language: "
                                + language + "\r\nAuthorization: Bearer " + token + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        for (String line = answer.readLine(); !line.isEmpty(); line = answer.readLine()) {
            head.add(line);
        }
    }

    /** Status line and headers. */
    List<String> head() {
        return head;
    }

    /** The next line that begins so, without that beginning; {@code null} if the stream ends before. Chunk sizes are passed over. */
    String next(String field) throws IOException {
        for (String line = answer.readLine(); line != null; line = answer.readLine()) {
            if (line.startsWith(field)) {
                return line.substring(field.length());
            }
            if (line.equals("0")) {
                return null;
            }
        }
        throw new IOException("the stream broke off");
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
