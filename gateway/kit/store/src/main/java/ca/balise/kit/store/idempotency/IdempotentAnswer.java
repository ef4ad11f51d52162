package ca.balise.kit.store.idempotency;

import ca.balise.kit.http.conditional.EntityTagged;
import ca.balise.kit.http.problem.ProblemException;
import ca.balise.kit.http.security.Caller;
import ca.balise.kit.http.security.CurrentCaller;
import ca.balise.kit.store.InstitutionScope;
import ca.balise.kit.store.audit.Change;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * Answers a request with an {@code Idempotency-Key} once for all: the operation is done in a transaction opened here, which the use
 * case joins, and the answer is stored in it. A request that fails stores nothing, and may be sent again.
 */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_AFTER)
class IdempotentAnswer {

    static final String REPLAYED = "Idempotency-Replayed";

    private static final Set<Integer> STORED = Set.of(201, 202);

    private final InstitutionScope scope;
    private final IdempotencyStore store;
    private final CurrentCaller caller;
    private final CurrentVertxRequest current;
    private final AnswerWriter writer;

    IdempotentAnswer(
            InstitutionScope scope,
            IdempotencyStore store,
            CurrentCaller caller,
            CurrentVertxRequest current,
            AnswerWriter writer) {
        this.scope = scope;
        this.store = store;
        this.caller = caller;
        this.current = current;
        this.writer = writer;
    }

    @AroundInvoke
    @Nullable
    Object answer(InvocationContext operation) throws Exception {
        RoutingContext context = current.getCurrent();
        Optional<IdempotencyKey> key =
                IdempotencyKey.in(context.request().headers().getAll(IdempotencyKey.HEADER));
        return key.isEmpty() ? operation.proceed() : once(operation, key.get(), context);
    }

    private Uni<Object> once(InvocationContext operation, IdempotencyKey key, RoutingContext context) {
        Method method = operation.getMethod();
        requireFit(method);
        Caller asking = caller.get();
        GivenRequest request = GivenRequest.of(asking, nameOf(method, context), key, context);
        return scope.write(
                asking,
                session -> store.begin(session, request)
                        .flatMap(found -> found.map(answer -> Uni.createFrom().item(replay(answer)))
                                .orElseGet(() -> first(operation, request, session, context)))
                        // What was changed is recorded by the writes inside.
                        .map(Change::nothing));
    }

    /** A fault of the program, met by the first test that sends a key. */
    private static void requireFit(Method method) {
        if (method.getReturnType() != Uni.class
                || Stream.of(method.getParameterTypes()).anyMatch(InputStream.class::equals)) {
            throw new IllegalStateException(method + " answers no Uni, or streams its body: it cannot be @Idempotent");
        }
    }

    private static String nameOf(Method method, RoutingContext context) {
        Operation operation = method.getAnnotation(Operation.class);
        return operation == null
                ? context.request().method() + " " + context.request().path()
                : operation.operationId();
    }

    private static Object replay(StoredAnswer answer) {
        return answer.replay();
    }

    private Uni<Object> first(
            InvocationContext operation, GivenRequest request, Mutiny.Session session, RoutingContext context) {
        return proceed(operation).flatMap(result -> {
            StoredAnswer answer = answerOf(result, operation.getMethod(), context);
            return answer == null
                    ? Uni.createFrom().item(result)
                    : session.flush()
                            .chain(() -> store.keep(session, request, answer))
                            .map(_ -> answer.response().build());
        });
    }

    private static Uni<Object> proceed(InvocationContext operation) {
        try {
            return ((Uni<?>) operation.proceed()).map(result -> (Object) result);
        } catch (ProblemException refused) {
            return Uni.createFrom().failure(refused);
        } catch (Exception failure) {
            return Uni.createFrom().failure(failure);
        }
    }

    /** What is stored of the result; {@code null} if it is of no kind that is stored. */
    private @Nullable StoredAnswer answerOf(Object result, Method method, RoutingContext context) {
        return switch (result) {
            case RestResponse<?> response
            when STORED.contains(response.getStatus()) ->
                writer.write(
                        response.getStatus(),
                        response.getStringHeaders(),
                        response.getEntity(),
                        isTagged(method),
                        context);
            case Response response
            when STORED.contains(response.getStatus()) ->
                writer.write(
                        response.getStatus(),
                        response.getStringHeaders(),
                        response.getEntity(),
                        isTagged(method),
                        context);
            default -> null;
        };
    }

    private static boolean isTagged(Method method) {
        return method.isAnnotationPresent(EntityTagged.class)
                || method.getDeclaringClass().isAnnotationPresent(EntityTagged.class);
    }
}
