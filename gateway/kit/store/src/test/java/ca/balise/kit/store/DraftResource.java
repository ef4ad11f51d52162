package ca.balise.kit.store;

import ca.balise.kit.http.security.Caller;
import ca.balise.kit.store.audit.Change;
import ca.balise.kit.store.audit.ChangeRecord;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Set;
import java.util.UUID;

/** Changes a draft without locking it, and is overtaken before it writes. */
@Path("/drafts")
@PermitAll
public class DraftResource {

    private static final Caller ALICE = new Caller("alice", "HC", Set.of());

    private final InstitutionScope scope;

    DraftResource(InstitutionScope scope) {
        this.scope = scope;
    }

    @PUT
    @Path("{id}/overtaken")
    public Uni<String> change(@PathParam("id") UUID id) {
        return scope.write(
                ALICE,
                session -> session.find(DraftEntity.class, id)
                        .call(() -> session.createNativeQuery("update draft set version = version + 1 where id = :id")
                                .setParameter("id", id)
                                .executeUpdate())
                        .invoke(draft -> draft.words = "mine")
                        .call(session::flush)
                        .map(draft -> Change.of(draft.words, new ChangeRecord("draft.changed", "HC", "draft", id))));
    }
}
