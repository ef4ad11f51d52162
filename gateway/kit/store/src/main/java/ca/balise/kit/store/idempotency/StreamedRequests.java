package ca.balise.kit.store.idempotency;

import ca.balise.kit.http.problem.CommonProblem;
import ca.balise.kit.http.problem.ProblemException;
import ca.balise.kit.http.security.Caller;
import ca.balise.kit.reasoning.canonical.CanonicalJson;
import ca.balise.kit.store.InstitutionScope;
import ca.balise.kit.store.audit.Change;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * What {@link Idempotent} is to a body that is read whole, for one that is streamed. Such a request is known only once it has been read:
 * its answer is looked for, and kept, at its end, in one transaction with its effect. However often it arrives, it has one effect.
 *
 * <p>A request that this process still reads is in flight: another with its key is refused at once. One that another process reads
 * meanwhile is not known of here; whichever is through first has the effect, and the other is given its answer.
 */
@ApplicationScoped
public class StreamedRequests {

    private final InstitutionScope scope;
    private final IdempotencyStore store;
    private final AnswerWriter writer;
    private final CurrentVertxRequest current;
    private final Set<CanonicalJson> inFlight = ConcurrentHashMap.newKeySet();

    StreamedRequests(InstitutionScope scope, IdempotencyStore store, AnswerWriter writer, CurrentVertxRequest current) {
        this.scope = scope;
        this.store = store;
        this.writer = writer;
        this.current = current;
    }

    /**
     * Begins the request at hand, before its body is read.
     *
     * @param caller who asks
     * @param operation for what, see {@link IdempotentStream}
     * @return the request, to be closed; fails with 400, if its key is none, and 409, if one with the same key is being read
     */
    public Uni<StreamedRequest> begin(Caller caller, String operation) {
        return Uni.createFrom().deferred(() -> {
            RoutingContext context = current.getCurrent();
            Optional<IdempotencyKey> key =
                    IdempotencyKey.in(context.request().headers().getAll(IdempotencyKey.HEADER));
            if (key.isEmpty()) {
                return Uni.createFrom().item(StreamedRequest.withoutKey());
            }
            CanonicalJson name = GivenRequest.name(caller, operation, key.get());
            if (!inFlight.add(name)) {
                throw new ProblemException(CommonProblem.IDEMPOTENCY_KEY_IN_FLIGHT).with("Retry-After", "1");
            }
            return scope.read(caller, session -> store.isKept(session, name))
                    .onFailure()
                    .invoke(() -> inFlight.remove(name))
                    .map(known -> new StreamedRequest(
                            known,
                            (parts, effect) ->
                                    once(GivenRequest.streamed(caller, name, context, parts), caller, context, effect),
                            () -> inFlight.remove(name)));
        });
    }

    private Uni<RestResponse<Object>> once(
            GivenRequest request, Caller caller, RoutingContext context, Supplier<Uni<RestResponse<Object>>> effect) {
        return scope.write(
                caller,
                session -> store.begin(session, request)
                        .flatMap(found -> found.map(answer -> Uni.createFrom().item(answer.replay()))
                                .orElseGet(() -> first(request, session, context, effect)))
                        // What was changed is recorded by the writes inside.
                        .map(Change::nothing));
    }

    private Uni<RestResponse<Object>> first(
            GivenRequest request,
            Mutiny.Session session,
            RoutingContext context,
            Supplier<Uni<RestResponse<Object>>> effect) {
        return effect.get().flatMap(response -> {
            StoredAnswer answer = writer.write(
                    response.getStatus(), response.getStringHeaders(), response.getEntity(), false, context);
            return session.flush()
                    .chain(() -> store.keep(session, request, answer))
                    .map(_ -> answer.response().build());
        });
    }

    /** How the answer is found or made. */
    @FunctionalInterface
    interface Once {
        Uni<RestResponse<Object>> answer(List<String> parts, Supplier<Uni<RestResponse<Object>>> effect);
    }
}
