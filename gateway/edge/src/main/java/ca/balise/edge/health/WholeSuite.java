package ca.balise.edge.health;

import ca.balise.edge.route.Routes;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.health.api.HealthGroup;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;

/**
 * Whether every service behind the door is ready, at {@code /q/health/group/whole}: UP where all are, and UP or DOWN for each. What a
 * service says of its parts stays with it.
 */
@HealthGroup("whole")
@ApplicationScoped
class WholeSuite implements AsyncHealthCheck {

    private final Map<String, URI> addresses = new TreeMap<>();
    private final HttpClient client;
    private final long patienceMillis;

    WholeSuite(Routes routes, HealthLimits limits, Vertx vertx) {
        routes.byName().forEach((name, route) -> addresses.put(name, route.readiness()));
        patienceMillis = limits.timeout().toMillis();
        client = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout(Math.toIntExact(patienceMillis)));
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        var asked = addresses.entrySet().stream()
                .map(service -> status(service.getValue()).map(status -> Map.entry(service.getKey(), status)))
                .toList();
        return Uni.join().all(asked).andFailFast().map(statuses -> {
            var whole = HealthCheckResponse.named("services");
            statuses.forEach(
                    status -> whole.withData(status.getKey(), status.getValue().name()));
            return whole.status(statuses.stream().allMatch(status -> status.getValue() == Status.UP))
                    .build();
        });
    }

    private Uni<Status> status(URI address) {
        var request = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setAbsoluteURI(address.toString())
                .setTimeout(patienceMillis);
        return Uni.createFrom()
                .completionStage(() -> client.request(request)
                        .compose(HttpClientRequest::send)
                        .map(answer -> answer.statusCode() == 200 ? Status.UP : Status.DOWN)
                        .timeout(patienceMillis, TimeUnit.MILLISECONDS)
                        .otherwise(Status.DOWN)
                        .toCompletionStage());
    }
}
