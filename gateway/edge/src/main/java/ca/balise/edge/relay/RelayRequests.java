package ca.balise.edge.relay;

import ca.balise.edge.problem.DoorProblem;
import ca.balise.edge.route.FindRoute;
import ca.balise.edge.route.model.Route;
import ca.balise.kit.http.problem.ProblemException;
import ca.balise.kit.http.problem.ProblemWriter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** Passes what belongs to a route to its service. Nothing is tried twice: only the caller knows whether its request may be repeated. */
@ApplicationScoped
public class RelayRequests {

    private static final Logger LOG = Logger.getLogger(RelayRequests.class);
    /** Octets read from a service at once, at most: an answer of a gigabyte then costs 16 thousand events, not 131 thousand. */
    private static final int CHUNK = 65_536;

    private final FindRoute routes;
    private final RelayLimits limits;
    private final ProblemWriter problems;
    private final Vertx vertx;
    private final MeterRegistry metrics;
    private final Map<Thread, HttpClient> clients = new ConcurrentHashMap<>();

    RelayRequests(FindRoute routes, RelayLimits limits, ProblemWriter problems, Vertx vertx, MeterRegistry metrics) {
        this.routes = routes;
        this.limits = limits;
        this.problems = problems;
        this.vertx = vertx;
        this.metrics = metrics;
    }

    void register(@Observes Router router) {
        router.route().handler(this::relay);
    }

    private void relay(RoutingContext context) {
        routes.of(context.request().path()).ifPresentOrElse(route -> relay(context, route), context::next);
    }

    private void relay(RoutingContext context, Route route) {
        long largest = limits.largestBody().asLongValue();
        if (BoundedUpload.isAnnouncedLongerThan(largest, context.request())) {
            problems.answer(new ProblemException(DoorProblem.BODY_TOO_LARGE, largest), context);
            return;
        }
        ofThisEventLoop()
                .request(new RequestOptions()
                        .setMethod(context.request().method())
                        .setHost(route.host())
                        .setPort(route.port())
                        .setSsl(route.secure())
                        .setURI(context.request().uri())
                        .setConnectTimeout(limits.waitTimeout().toMillis()))
                .onSuccess(outbound -> begin(route, context, outbound, largest))
                .onFailure(failure -> problems.answer(undelivered(route, failure), context));
    }

    private void begin(Route route, RoutingContext context, HttpClientRequest outbound, long largest) {
        var observed = Observed.from(metrics, route, context);
        new Exchange(route, context, outbound, problems, largest, observed).begin();
    }

    /**
     * Each event loop has connections of its own. With a pool for all, both sides of an exchange would be on different loops most of
     * the time: slower, and an answer could be through on one while the other still believes that it may cut it off.
     */
    private HttpClient ofThisEventLoop() {
        return clients.computeIfAbsent(Thread.currentThread(), loop -> newClient());
    }

    private HttpClient newClient() {
        return vertx.httpClientBuilder()
                .with(new HttpClientOptions()
                        .setConnectTimeout(
                                Math.toIntExact(limits.connectTimeout().toMillis()))
                        .setIdleTimeout(Math.toIntExact(limits.idleTimeout().toSeconds()))
                        .setKeepAliveTimeout(Math.toIntExact(limits.keepAlive().toSeconds()))
                        .setMaxHeaderSize(limits.answerHeaders())
                        .setMaxChunkSize(CHUNK))
                .with(new PoolOptions().setHttp1MaxSize(limits.connections()).setMaxWaitQueueSize(limits.waiting()))
                .build();
    }

    private ProblemException undelivered(Route route, Throwable failure) {
        if (failure instanceof ConnectionPoolTooBusyException) {
            // Shed load is counted by the metrics; a line for each request would be the next outage.
            Observed.failed(metrics, route, DoorProblem.SERVICE_BUSY);
            return new ProblemException(DoorProblem.SERVICE_BUSY).with("Retry-After", "1");
        }
        LOG.warnf(
                "Route %s: no connection to %s:%d (%s)",
                route.name(), route.host(), route.port(), failure.getClass().getName());
        Observed.failed(metrics, route, DoorProblem.SERVICE_UNREACHABLE);
        return new ProblemException(DoorProblem.SERVICE_UNREACHABLE).with("Retry-After", "5");
    }
}
