package ca.balise.edge.relay;

import ca.balise.edge.problem.DoorProblem;
import ca.balise.kit.http.problem.ProblemException;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.streams.WriteStream;
import org.jspecify.annotations.Nullable;

/**
 * A request to a service that takes no more than so many octets. A body in chunks does not say how long it is, so it is counted
 * while it passes; nothing past the limit reaches the service.
 */
final class BoundedUpload implements WriteStream<Buffer> {

    /** The digits that a length can have and still be read as a number. */
    private static final int READABLE_DIGITS = 18;

    private final WriteStream<Buffer> service;
    private final long limit;
    private long passed;

    BoundedUpload(WriteStream<Buffer> service, long limit) {
        this.service = service;
        this.limit = limit;
    }

    /** Whether the request itself says that its body is longer. */
    static boolean isAnnouncedLongerThan(long limit, HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && (length.length() > READABLE_DIGITS || Long.parseLong(length) > limit);
    }

    @Override
    public Future<Void> write(Buffer chunk) {
        passed += chunk.length();
        return passed > limit
                ? Future.failedFuture(new ProblemException(DoorProblem.BODY_TOO_LARGE, limit))
                : service.write(chunk);
    }

    @Override
    public void write(Buffer chunk, Handler<AsyncResult<Void>> handler) {
        write(chunk).onComplete(handler);
    }

    @Override
    public void end(Handler<AsyncResult<Void>> handler) {
        service.end(handler);
    }

    @Override
    public WriteStream<Buffer> exceptionHandler(@Nullable Handler<Throwable> handler) {
        service.exceptionHandler(handler);
        return this;
    }

    @Override
    public WriteStream<Buffer> setWriteQueueMaxSize(int octets) {
        service.setWriteQueueMaxSize(octets);
        return this;
    }

    @Override
    public boolean writeQueueFull() {
        return service.writeQueueFull();
    }

    @Override
    public WriteStream<Buffer> drainHandler(@Nullable Handler<Void> handler) {
        service.drainHandler(handler);
        return this;
    }
}
