package ca.balise.edge.relay;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;

/**
 * An answer that comes before the body was read through (no token, no such service, the service's own early refusal) announces
 * that the connection ends. What the caller is still sending is then thrown away for a while: to close at once would reset the
 * connection and lose the answer, to keep it open would make the caller send to the end.
 */
public class DiscardUnread {

    private static final int FIRST = 9_000;
    /** Octets: a body that small has arrived, or is about to; its connection is worth keeping. */
    private static final long SMALL = 65_536;

    private final RelayLimits limits;

    DiscardUnread(RelayLimits limits) {
        this.limits = limits;
    }

    void register(@Observes Filters filters) {
        filters.register(this::watch, FIRST);
    }

    private void watch(RoutingContext context) {
        if (mayOutlastItsAnswer(context.request())) {
            context.addHeadersEndHandler(head -> {
                if (!context.request().isEnded()) {
                    context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
                    context.addBodyEndHandler(answered -> discard(context));
                }
            });
        }
        context.next();
    }

    private static boolean mayOutlastItsAnswer(HttpServerRequest request) {
        if (request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
                || request.headers().contains(HttpHeaders.EXPECT)) {
            return true;
        }
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && (length.length() > 9 || Long.parseLong(length) > SMALL);
    }

    private void discard(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.isEnded()) {
            request.connection().close();
            return;
        }
        long timer = context.vertx()
                .setTimer(
                        limits.linger().toMillis(), late -> request.connection().close());
        request.exceptionHandler(gone -> context.vertx().cancelTimer(timer));
        request.endHandler(through -> {
            context.vertx().cancelTimer(timer);
            request.connection().close();
        });
        request.resume();
    }
}
