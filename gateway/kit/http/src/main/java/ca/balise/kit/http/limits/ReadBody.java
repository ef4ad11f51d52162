package ca.balise.kit.http.limits;

import ca.balise.kit.http.problem.CommonProblem;
import ca.balise.kit.http.problem.ProblemException;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Locale;

/**
 * Puts the limits of {@link BodyLimits} on every body that an operation reads. A body declared as {@link InputStream} is streamed,
 * and its operation has limits of its own for what it keeps; any other is read whole and bounded here.
 */
@Provider
public class ReadBody implements ReaderInterceptor {

    /** Asked for at each body: this is made before the configuration of the running process is there. */
    private final Instance<BodyLimits> limits;

    private final CurrentVertxRequest current;

    ReadBody(Instance<BodyLimits> limits, CurrentVertxRequest current) {
        this.limits = limits;
        this.current = current;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        var arriving = new ArrivingBody(context.getInputStream());
        watchPace(arriving, current.getCurrent());
        InputStream body = decoded(arriving, context.getHeaders().getFirst(HttpHeaders.CONTENT_ENCODING));
        boolean streamed = context.getType() == InputStream.class;
        context.setInputStream(
                streamed ? body : new BoundedBody(body, limits.get().wholeBytes()));
        return context.proceed();
    }

    private InputStream decoded(ArrivingBody arriving, String encoding) {
        return switch (encoding == null ? "identity" : encoding.strip().toLowerCase(Locale.ROOT)) {
            case "identity" -> arriving;
            case "gzip", "x-gzip" -> InflatedBody.of(arriving, limits.get().inflation());
            default -> throw new ProblemException(CommonProblem.UNSUPPORTED_ENCODING).with("Accept-Encoding", "gzip");
        };
    }

    /** From the event loop, because the thread that reads is the one that waits. */
    private void watchPace(ArrivingBody arriving, RoutingContext request) {
        Duration window = limits.get().paceWindow();
        long expected = limits.get().slowestBytesPerSecond() * window.toMillis() / 1_000;
        long timer = request.vertx().setPeriodic(window.toMillis(), id -> {
            if (arriving.dawdled(window, expected)) {
                request.vertx().cancelTimer(id);
                arriving.expire();
            }
        });
        request.addEndHandler(ended -> request.vertx().cancelTimer(timer));
    }
}
