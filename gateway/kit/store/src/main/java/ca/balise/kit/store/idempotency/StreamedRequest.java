package ca.balise.kit.store.idempotency;

import ca.balise.kit.store.idempotency.StreamedRequests.Once;
import io.smallrye.mutiny.Uni;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * One request whose body is streamed. Each part of it is read through {@link #reading}, so that it is known again by what it says: a
 * form that is sent again has another boundary.
 */
public final class StreamedRequest implements AutoCloseable {

    private static final StreamedRequest WITHOUT_KEY =
            new StreamedRequest(false, (_, effect) -> effect.get(), () -> {});

    private final boolean known;
    private final Once once;
    private final Runnable end;
    private final List<Part> parts = new ArrayList<>();

    StreamedRequest(boolean known, Once once, Runnable end) {
        this.known = known;
        this.once = once;
        this.end = end;
    }

    /** One that has an effect each time it comes. */
    static StreamedRequest withoutKey() {
        return WITHOUT_KEY;
    }

    /** Whether an answer is kept under its key: then the body is only compared, and its effect will not be asked for. */
    public boolean isKnown() {
        return known;
    }

    /**
     * A part of the body, remembered as it is read.
     *
     * @param name what it is, with all that is said of it outside of it, such as its media type
     */
    public InputStream reading(String name, InputStream content) {
        if (this == WITHOUT_KEY) {
            return content;
        }
        var part = new Part(name, content);
        parts.add(part);
        return part;
    }

    /** Reads on to the end of each part. */
    public void drain() throws IOException {
        for (Part part : parts) {
            part.transferTo(OutputStream.nullOutputStream());
        }
    }

    /**
     * The answer to the request, whose body has been read.
     *
     * @param effect what makes it the first time, in the transaction in which the answer is kept
     * @return fails with 422, if the key was used for another request
     */
    public Uni<RestResponse<Object>> answer(Supplier<Uni<RestResponse<Object>>> effect) {
        return once.answer(
                parts.stream().flatMap(part -> part.written().stream()).toList(), effect);
    }

    @Override
    public void close() {
        end.run();
    }

    /** SHA-256 of what goes by. It is stored nowhere: the store keeps a keyed hash of it. */
    private static final class Part extends FilterInputStream {

        private final String name;
        private final MessageDigest digest = sha256();
        /** Behind its end there may be the next part: it is not read past it. */
        private boolean ended;

        Part(String name, InputStream content) {
            super(content);
            this.name = name;
        }

        List<String> written() {
            return List.of(name, HexFormat.of().formatHex(digest.digest()));
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = ended ? -1 : in.read(buffer, offset, length);
            ended = read < 0;
            digest.update(buffer, offset, Math.max(read, 0));
            return read;
        }

        @Override
        public long skip(long octets) throws IOException {
            // Through this stream: what is skipped is part of what was said.
            return readNBytes((int) Math.min(octets, 1 << 16)).length;
        }

        @Override
        public boolean markSupported() {
            return false;
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has SHA-256", e);
            }
        }
    }
}
