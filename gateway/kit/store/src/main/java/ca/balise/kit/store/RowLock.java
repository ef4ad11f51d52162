package ca.balise.kit.store;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/**
 * Holds rows still until the transaction ends, so that what is then read of them is what is changed. A statement of its own, before
 * the rows are read: PostgreSQL reads the locked row anew after it waited, but what is joined to it as it was before.
 */
public final class RowLock {

    private RowLock() {}

    /**
     * Locks rows, inside the transaction of a use case; those that are not there for the caller are left out.
     *
     * @param table a table whose key is {@code id}; a constant of the code, never anything that a caller sent
     * @param ids which ones; always locked in the same order, so that two transactions do not wait for each other
     */
    public static Uni<Void> on(String table, UUID... ids) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(
                                "select id from " + table + " where id = any(:ids) order by id for update", UUID.class)
                        .setParameter("ids", ids)
                        .getResultList())
                .replaceWithVoid();
    }
}
