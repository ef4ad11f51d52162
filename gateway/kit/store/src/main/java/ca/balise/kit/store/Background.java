package ca.balise.kit.store;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/**
 * Work with the database that is nobody's request: a timer's, or that of a thread of its own. It runs on an event loop, in a context
 * of its own, and so in a transaction of its own even where it is begun inside another one. It goes on to its end, whether or not
 * somebody still waits for it.
 */
@ApplicationScoped
public class Background {

    private final Vertx vertx;

    Background(Vertx vertx) {
        this.vertx = vertx;
    }

    /** Does the work once subscribed to. It must not block. */
    public <T> Uni<T> run(Supplier<Uni<T>> work) {
        return Uni.createFrom().emitter(answer -> {
            Context context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
            VertxContextSafetyToggle.setContextSafe(context, true);
            context.runOnContext(
                    _ -> Uni.createFrom().deferred(work::get).subscribe().with(answer::complete, answer::fail));
        });
    }

    /**
     * Does the work and waits for it: for the threads of jobs, never on an event loop.
     *
     * @throws RuntimeException what the work fails with
     */
    public <T> T await(Supplier<Uni<T>> work) {
        return run(work).await().indefinitely();
    }
}
