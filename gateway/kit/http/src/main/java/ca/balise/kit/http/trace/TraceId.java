package ca.balise.kit.http.trace;

import io.opentelemetry.api.trace.Span;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * The W3C trace identifier of a request: the one it came with, or a new one. It stands in the problem the caller sees, in the log
 * lines about it and in the request passed on, so that a report of a failure finds its cause without any detail leaving. Where traces
 * are kept it is that of the request's span.
 *
 * @see <a href="https://www.w3.org/TR/trace-context/">Trace Context</a>
 */
public final class TraceId {

    /** The header that carries it, in {@code 00-traceId-parentId-flags} form. */
    public static final String HEADER = "traceparent";

    /** Its name in the log. */
    private static final String KEY = "traceId";

    private static final int FIRST = 10_000;
    private static final Pattern TRACEPARENT = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}");
    private static final String ZERO = "0".repeat(32);

    void register(@Observes Filters filters) {
        filters.register(TraceId::assign, FIRST);
    }

    /** The identifier of this request. */
    public static String of(RoutingContext request) {
        String assigned = request.get(KEY);
        return assigned == null ? assignTo(request) : assigned;
    }

    /** Says in the log which request the lines that follow are about, where that is not known any more. */
    public static void logAs(String id) {
        MDC.put(KEY, id);
    }

    private static void assign(RoutingContext request) {
        logAs(assignTo(request));
        request.next();
    }

    /** Whether the request has a span, whose tracer then says itself, in each request it passes on, which span that continues. */
    public static boolean isTraced() {
        return Span.current().getSpanContext().isValid();
    }

    private static String assignTo(RoutingContext request) {
        if (isTraced()) {
            String traced = Span.current().getSpanContext().getTraceId();
            request.put(KEY, traced);
            return traced;
        }
        String received = received(request.request().getHeader(HEADER));
        String id = received == null ? random(16) : received;
        if (received == null) {
            request.request().headers().set(HEADER, "00-" + id + "-" + random(8) + "-00");
        }
        request.put(KEY, id);
        return id;
    }

    private static @Nullable String received(@Nullable String traceparent) {
        if (traceparent == null) {
            return null;
        }
        Matcher matcher = TRACEPARENT.matcher(traceparent);
        return matcher.matches() && !matcher.group(1).equals(ZERO) ? matcher.group(1) : null;
    }

    /** An identifier, not a secret: it need not be unpredictable. */
    private static String random(int bytes) {
        byte[] id = new byte[bytes];
        ThreadLocalRandom.current().nextBytes(id);
        return HexFormat.of().formatHex(id);
    }
}
