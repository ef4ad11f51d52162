package ca.balise.kit.store.job;

import ca.balise.kit.store.Background;
import ca.balise.kit.store.PatienceConfig;
import io.quarkus.arc.All;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** This process as a replica. Its id is new at each start: what an earlier process of the same name left is not its own. */
class JobWiring {

    @Produces
    @Singleton
    JobRunner runner(
            JobsConfig config,
            PatienceConfig patience,
            JobStore store,
            Background background,
            Vertx vertx,
            @All List<ResumableWork<?>> resumable) {
        return new JobRunner(UUID.randomUUID(), config, patience, store, background, vertx, resumable);
    }
}
