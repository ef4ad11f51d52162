package ca.balise.edge;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A service that breaks the rules of HTTP, each in the way its last path segment says. It reads the head of one request a connection. */
final class RudeUpstream {

    private final ServerSocket listener;

    RudeUpstream() {
        try {
            listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int start() {
        Thread.ofVirtual().start(this::accept);
        return listener.getLocalPort();
    }

    void stop() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket caller = listener.accept();
                Thread.ofVirtual().start(() -> serve(caller));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void serve(Socket caller) {
        try (caller) {
            var in = new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII), 1);
            String requestLine = in.readLine();
            String target = requestLine.substring(0, requestLine.lastIndexOf(' '));
            String line = in.readLine();
            while (!line.isEmpty()) {
                line = in.readLine();
            }
            OutputStream out = caller.getOutputStream();
            switch (target.substring(target.lastIndexOf('/') + 1)) {
                case "dies-in-chunks" ->
                    say(out, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nbegun\r\n");
                case "dies-short" -> say(out, "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nbegun");
                case "hangs-up" -> {}
                case "silent" -> in.read();
                case "switches" ->
                    say(out, "HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n");
                case "talks-nonsense" -> say(out, "NONSENSE\r\n\r\n");
                case "reads-no-more" -> {
                    say(out, "HTTP/1.1 413 Too Large\r\nConnection: close\r\nContent-Length: 6\r\n\r\nenough");
                    caller.shutdownOutput();
                    in.transferTo(Writer.nullWriter());
                }
                case "ends-with-the-connection" -> say(out, "HTTP/1.1 200 OK\r\n\r\nwhole");
                default -> say(out, "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void say(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
