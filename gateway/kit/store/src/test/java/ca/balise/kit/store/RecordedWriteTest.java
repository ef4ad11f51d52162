package ca.balise.kit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.balise.kit.http.security.Caller;
import ca.balise.kit.store.audit.Change;
import ca.balise.kit.store.audit.ChangeRecord;
import ca.balise.kit.testing.TestPostgres;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NotesTest
class RecordedWriteTest {

    private static final Caller ALICE = Notes.caller("HC", "deid-analyst", "auditor");
    private static final Caller NOBODY = Notes.caller(null);
    private static final UUID ID = UUID.fromString("0198c5a0-0000-7000-8000-000000000000");

    @Inject
    Notes notes;

    @Inject
    InstitutionScope scope;

    @BeforeEach
    void nothing() throws SQLException {
        Notes.forget();
    }

    @Test
    void aWriteIsRecordedWithWhatItDidAndWhoDidIt() throws Throwable {
        UUID id = notes.added(ALICE, "personal words");
        JsonNode content = content(1);
        assertThat(content.fieldNames())
                .toIterable()
                .containsExactly("action", "actor", "at", "data", "entity", "id", "institution", "service");
        assertThat(content.path("action").asText()).isEqualTo("note.added");
        assertThat(content.path("service").asText()).isEqualTo("notes");
        assertThat(content.path("institution").asText()).isEqualTo("HC");
        assertThat(content.path("entity").toString()).isEqualTo("{\"id\":\"" + id + "\",\"type\":\"note\"}");
        assertThat(content.path("data").toString()).isEqualTo("{\"length\":14}");
        assertThat(content.path("actor").toString())
                .isEqualTo("{\"institution\":\"HC\",\"roles\":[\"auditor\",\"deid-analyst\"],\"subject\":\""
                        + ALICE.subject() + "\"}");
        assertThat(content.path("at").asText()).matches("20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z");
        assertThat(UUID.fromString(content.path("id").asText()).version()).isEqualTo(7);
    }

    @Test
    void aWriteThatFailsLeavesNeitherRowNorRecord() throws Throwable {
        assertThatThrownBy(() -> notes.write(
                        ALICE,
                        session -> session.persist(NoteEntity.of("HC", "more"))
                                .call(session::flush)
                                .map(_ -> {
                                    throw new IllegalStateException("halfway");
                                })))
                .hasMessage("halfway");
        assertThat(Notes.valueOf("select count(*) from note")).isEqualTo("0");
        assertThat(events()).isZero();
        assertThat(Notes.valueOf("select sequence from kit.audit_head")).isEqualTo("0");
    }

    @Test
    void aRecordThatIsRefusedUndoesTheChange() throws Throwable {
        assertThatThrownBy(() -> notes.write(
                        ALICE,
                        session -> session.persist(NoteEntity.of("HC", "more"))
                                .map(_ -> Change.of(ID, new ChangeRecord("note.added", "DND", "note", ID)))))
                .hasStackTraceContaining("row-level security");
        assertThat(Notes.valueOf("select count(*) from note")).isEqualTo("0");
        assertThat(events()).isZero();
    }

    @Test
    void whatBelongsToNoInstitutionIsRecordedForAll() throws Throwable {
        notes.write(
                NOBODY, _ -> Uni.createFrom().item(Change.of(ID, new ChangeRecord("clock.wound", "", "clock", ID))));
        assertThat(content(1).path("institution").asText()).isEmpty();
        assertThat(content(1).path("actor").has("institution")).isFalse();
    }

    @Test
    void nothingChangedIsNothingRecorded() throws Throwable {
        assertThat(notes.<String>write(ALICE, _ -> Uni.createFrom().item(Change.nothing("so already"))))
                .isEqualTo("so already");
        assertThat(events()).isZero();
    }

    @Test
    void aChangeWithoutARecordCannotBeSaid() {
        assertThatThrownBy(() -> Change.of("value", List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theRecordsOfAWriteInsideAnotherComeBeforeItsOwnInOneTransaction() throws Throwable {
        notes.write(
                ALICE,
                _ -> notes.add(ALICE, "first")
                        .chain(() -> notes.add(ALICE, "second"))
                        .map(_ -> Change.of(ID, new ChangeRecord("notebook.filled", "HC", "notebook", ID))));
        assertThat(Notes.valueOf("select string_agg(action, ' ' order by sequence) from kit.audit_event"))
                .isEqualTo("note.added note.added notebook.filled");
        assertThat(Notes.valueOf("select count(distinct xmin::text) from kit.audit_event"))
                .isEqualTo("1");
    }

    @Test
    void aWriteInsideAnotherThatFailedUndoesBothEvenIfTheFailureIsForgiven() throws Throwable {
        assertThatThrownBy(() -> notes.write(
                        ALICE,
                        outer -> scope.<String>write(
                                        ALICE,
                                        session -> session.persist(NoteEntity.of("HC", "unrecorded"))
                                                .map(_ -> {
                                                    throw new IllegalStateException("inside");
                                                }))
                                .onFailure()
                                .recoverWithItem("forgiven")
                                .chain(value -> notes.add(ALICE, value).map(_ -> Change.nothing(value)))))
                .hasMessage("inside");
        assertThat(Notes.valueOf("select count(*) from note")).isEqualTo("0");
        assertThat(events()).isZero();
    }

    @Test
    void aReadHoldsNoWrite() {
        assertThatThrownBy(() -> VertxContextSupport.<UUID>subscribeAndAwait(
                        () -> scope.read(ALICE, _ -> notes.add(ALICE, "inside a read"))))
                .hasMessage("a write inside a read");
    }

    @Test
    void oneTransactionAfterAnotherInTheSameRequestRecordsEachOnce() throws Throwable {
        VertxContextSupport.<UUID>subscribeAndAwait(
                () -> notes.add(ALICE, "first").chain(() -> notes.add(ALICE, "second")));
        assertThat(Notes.valueOf("select count(distinct xmin::text) from kit.audit_event"))
                .isEqualTo("2");
    }

    @Test
    void aBulkOfChangesIsRecordedWhole() throws Throwable {
        notes.write(
                ALICE,
                _ -> Uni.createFrom()
                        .item(Change.of(
                                "done",
                                IntStream.range(0, 1_201)
                                        .mapToObj(i -> new ChangeRecord(
                                                "note.added", "HC", "note", Integer.toString(i), Map.of("line", i)))
                                        .toList())));
        assertThat(events()).isEqualTo(1_201);
        assertThat(Notes.valueOf("select bool_and(entity_id = (sequence - 1)::text)::text from kit.audit_event"))
                .isEqualTo("true");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into kit.audit_event (sequence, content, previous_hash, hash) select sequence + 1, content, hash, hash from kit.audit_event",
                "update kit.audit_event set content = content",
                "delete from kit.audit_event",
                "truncate kit.audit_event",
                "update kit.audit_head set sequence = 0",
                "delete from kit.audit_head",
                "update kit.audit_checkpoint set sequence = 9",
                "insert into kit.audit_checkpoint (sequence, hash) values (1, '')",
                "alter table kit.audit_event disable row level security",
                "insert into kit.audit_pending (contents) values ('{}')",
                "select from kit.audit_pending",
                "drop trigger append on kit.audit_pending",
            })
    void theApplicationCannotTouchWhatIsRecorded(String sql) throws Throwable {
        notes.added(ALICE, "recorded");
        try (Connection app = TestPostgres.asApp(NotesTest.DATABASE);
                Statement statement = app.createStatement()) {
            app.setAutoCommit(false);
            statement.execute("select kit.enter('HC', true, true, false)");
            assertThatThrownBy(() -> statement.execute(sql))
                    .hasMessageMatching("(?s).*(permission denied|must be owner).*");
        }
        assertThat(events()).isEqualTo(1);
    }

    @Test
    void theApplicationCannotAppendForAnotherInstitution() throws Throwable {
        try (Connection app = TestPostgres.asApp(NotesTest.DATABASE);
                Statement statement = app.createStatement()) {
            app.setAutoCommit(false);
            statement.execute("select kit.enter('HC', true, false, false)");
            statement.execute("""
                    select kit.append_audit(array ['{"id": "0198c5a0-0000-7000-8000-000000000000", "at": "", \
                    "institution": "DND", "action": "", "actor": {"subject": ""}, "entity": {"type": "", "id": ""}}'])""");
            assertThatThrownBy(app::commit).hasMessageContaining("row-level security");
        }
        assertThat(events()).isZero();
    }

    @Test
    void whoHasNotSaidForWhomSeesNothing() throws Throwable {
        notes.added(ALICE, "recorded");
        notes.write(
                NOBODY, _ -> Uni.createFrom().item(Change.of(ID, new ChangeRecord("clock.wound", "", "clock", ID))));
        assertThat(seenAs("select 1")).isZero();
        assertThat(seenAs("select kit.enter(null, false, false, true)")).isEqualTo(1);
        assertThat(seenAs("select kit.enter('HC', false, false, true)")).isEqualTo(2);
        assertThat(seenAs("select kit.enter('DND', false, true, true)")).isEqualTo(1);
    }

    @Test
    void theApplicationCannotRetireWhatIsYoungerThanTwoYears() throws Throwable {
        try (Connection app = TestPostgres.asApp(NotesTest.DATABASE);
                Statement statement = app.createStatement()) {
            assertThatThrownBy(() -> statement.execute("select kit.retire_audit(now(), 100)"))
                    .hasMessageContaining("two years");
        }
    }

    @Test
    void textsOfPeopleAreNoData() {
        for (Object text : List.of("Jeanne Tremblay", "a sentence", "", "l’été", Map.of("nested", 1))) {
            assertThatThrownBy(() -> new ChangeRecord("note.added", "HC", "note", ID, Map.of("words", text)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageNotContaining("Tremblay");
        }
    }

    private static long seenAs(String entering) throws SQLException {
        try (Connection app = TestPostgres.asApp(NotesTest.DATABASE);
                Statement statement = app.createStatement()) {
            app.setAutoCommit(false);
            statement.execute(entering);
            try (ResultSet row = statement.executeQuery("select count(*) from kit.audit_event")) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static JsonNode content(int sequence) throws Exception {
        return new JsonMapper()
                .readTree(Notes.valueOf("select content from kit.audit_event where sequence = " + sequence));
    }

    private static long events() throws SQLException {
        return Long.parseLong(Notes.valueOf("select count(*) from kit.audit_event"));
    }
}
