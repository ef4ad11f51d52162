package ca.balise.kit.store.idempotency;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Remembers the body of a request that carries an {@code Idempotency-Key} as it was given, to compare it with the body of the first
 * one. Inside the limits that are put on every body, and only of a body that is read whole anyway.
 */
@Provider
@Priority(Priorities.USER + 100)
public class GivenBody implements ReaderInterceptor {

    private static final String KEY = GivenBody.class.getName();

    private final CurrentVertxRequest current;

    GivenBody(CurrentVertxRequest current) {
        this.current = current;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        RoutingContext request = current.getCurrent();
        if (context.getType() != InputStream.class
                && request.request().headers().contains(IdempotencyKey.HEADER)) {
            byte[] given = context.getInputStream().readAllBytes();
            request.put(KEY, given);
            context.setInputStream(new ByteArrayInputStream(given));
        }
        return context.proceed();
    }

    /** The body that was given; empty if there was none. */
    static byte[] of(RoutingContext request) {
        byte[] given = request.get(KEY);
        return given == null ? new byte[0] : given;
    }
}
