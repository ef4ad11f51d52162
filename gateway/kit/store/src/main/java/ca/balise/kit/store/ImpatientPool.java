package ca.balise.kit.store;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The pool of connections, which waits no longer than a request does. Quarkus has no setting for these; Vert.x waits 30 seconds for a
 * free connection and 60 for a new one, PostgreSQL for ever for a lock.
 */
@Singleton
class ImpatientPool implements PgPoolCreator {

    private final PatienceConfig config;

    ImpatientPool(PatienceConfig config) {
        this.config = config;
    }

    @Override
    public Pool create(Input input) {
        int millis = Math.toIntExact(config.answerWithin().toMillis());
        for (var server : input.pgConnectOptionsList()) {
            server.setConnectTimeout(millis);
            // Nobody waits for the answer any more: the server drops the statement, and the locks with it.
            server.addProperty("statement_timeout", Integer.toString(millis));
        }
        return PgBuilder.pool()
                .with(input.poolOptions().setConnectionTimeout(millis).setConnectionTimeoutUnit(TimeUnit.MILLISECONDS))
                .connectingTo(List.<SqlConnectOptions>copyOf(input.pgConnectOptionsList()))
                .using(input.vertx())
                .build();
    }
}
