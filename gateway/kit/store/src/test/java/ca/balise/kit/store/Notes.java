package ca.balise.kit.store;

import ca.balise.kit.http.security.Caller;
import ca.balise.kit.store.audit.Change;
import ca.balise.kit.store.audit.ChangeRecord;
import ca.balise.kit.testing.TestPostgres;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** The use cases of a service that keeps notes, and a look underneath them. */
@ApplicationScoped
public class Notes {

    private final InstitutionScope scope;

    Notes(InstitutionScope scope) {
        this.scope = scope;
    }

    /** A caller of an institution. */
    public static Caller caller(String institution, String... roles) {
        return new Caller("b6b0cbc0-0000-4000-8000-000000000000", institution, Set.of(roles));
    }

    /** Adds a note of the caller's institution, and records it. */
    public Uni<UUID> add(Caller caller, String words) {
        NoteEntity note = NoteEntity.of(caller.institution(), words);
        return scope.write(
                caller,
                session -> session.persist(note)
                        .map(_ -> Change.of(
                                note.id,
                                new ChangeRecord(
                                        "note.added",
                                        note.institution,
                                        "note",
                                        note.id,
                                        Map.of("length", words.length())))));
    }

    /** Does a write on behalf of a caller and waits for it. */
    public <T> T write(Caller caller, Function<Mutiny.Session, Uni<Change<T>>> work) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(() -> scope.write(caller, work));
    }

    /** Adds a note and waits for it. */
    public UUID added(Caller caller, String words) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(() -> add(caller, words));
    }

    /** No notes, no keys and no events, as after the migrations. */
    public static void forget() throws SQLException {
        asSuperuser("truncate note, kit.audit_event, kit.idempotency_key");
        asSuperuser("update kit.audit_head set sequence = 0, hash = decode(repeat('00', 32), 'hex')");
        asSuperuser("update kit.audit_checkpoint set sequence = 0, hash = decode(repeat('00', 32), 'hex')");
    }

    /** Does something behind the service's back. */
    public static void asSuperuser(String sql) throws SQLException {
        try (Connection superuser = TestPostgres.asSuperuser(NotesTest.DATABASE);
                Statement statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The only value of a query, as text. */
    public static String valueOf(String sql) throws SQLException {
        try (Connection superuser = TestPostgres.asSuperuser(NotesTest.DATABASE);
                Statement statement = superuser.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
