package ca.balise.kit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.balise.kit.http.security.Caller;
import ca.balise.kit.store.audit.Change;
import ca.balise.kit.testing.IsolationRules;
import ca.balise.kit.testing.PostgresTestResource;
import ca.balise.kit.testing.TestPostgres;
import ca.balise.kit.testing.TokenTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TokenTestResource.class)
@QuarkusTestResource(
        value = PostgresTestResource.class,
        initArgs = @ResourceArg(name = "database", value = InstitutionScopeTest.DATABASE))
class InstitutionScopeTest {

    static final String DATABASE = "store";

    private static final Caller ALICE = caller("HC", "deid-analyst");
    private static final Caller CAROL = caller("DND", "deid-analyst");
    private static final Caller AUDITOR = caller(null, "auditor");
    private static final Caller AUDITOR_OF_HEALTH = caller("HC", "auditor", "deid-analyst");
    private static final Caller REVIEWER = caller("MCN", "registry-reviewer");
    private static final Caller NOBODY = caller(null);

    @Inject
    InstitutionScope scope;

    @BeforeEach
    void oneNoteOfEachInstitution() throws Throwable {
        asSuperuser("truncate note");
        write(ALICE, session -> session.persist(NoteEntity.of("HC", "health")));
        write(CAROL, session -> session.persist(NoteEntity.of("DND", "defence")));
    }

    @Test
    void aCallerSeesItsOwnInstitutionOnly() throws Throwable {
        assertThat(wordsSeenBy(ALICE)).containsExactly("health");
        assertThat(wordsSeenBy(CAROL)).containsExactly("defence");
    }

    @Test
    void aCentralRoleSeesAll() throws Throwable {
        assertThat(wordsSeenBy(AUDITOR)).containsExactlyInAnyOrder("health", "defence");
    }

    @Test
    void aCallerWithoutInstitutionSeesSharedTablesOnly() throws Throwable {
        assertThat(wordsSeenBy(NOBODY)).isEmpty();
        assertThat(this.<String>read(
                        NOBODY,
                        session -> session.createNativeQuery("select words from notice", String.class)
                                .getSingleResult()))
                .isEqualTo("for all");
    }

    @Test
    void theNextTransactionOfAConnectionRemembersNothing() throws Throwable {
        wordsSeenBy(AUDITOR);
        assertThat(wordsSeenBy(NOBODY)).isEmpty();
        assertThat(wordsSeenBy(ALICE)).containsExactly("health");
    }

    @Test
    void aRecordOfAnotherInstitutionIsNotFoundByItsId() throws Throwable {
        NoteEntity defence = this.<NoteEntity>read(
                CAROL,
                session ->
                        session.createQuery("from NoteEntity", NoteEntity.class).getSingleResult());
        assertThat(this.<NoteEntity>read(ALICE, session -> session.find(NoteEntity.class, defence.id)))
                .isNull();
    }

    @Test
    void aRecordCannotBeWrittenForAnotherInstitution() throws SQLException {
        assertThatThrownBy(() -> write(ALICE, session -> session.persist(NoteEntity.of("DND", "planted"))))
                .hasStackTraceContaining("row-level security");
        assertThat(countAsSuperuser("select count(*) from note where words = 'planted'"))
                .isZero();
    }

    @Test
    void aRecordCannotBeMovedToAnotherInstitution() {
        assertThatThrownBy(() -> write(
                        ALICE,
                        session -> session.createMutationQuery("update NoteEntity set institution = 'DND'")
                                .executeUpdate()))
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void recordsOfAnotherInstitutionAreNeitherChangedNorDeleted() throws Throwable {
        write(
                ALICE,
                session -> session.createMutationQuery("update NoteEntity set words = 'changed'")
                        .executeUpdate());
        write(
                ALICE,
                session -> session.createMutationQuery("delete from NoteEntity").executeUpdate());
        assertThat(wordsSeenBy(AUDITOR)).containsExactly("defence");
    }

    @Test
    void whoSeesAllWritesNothingForAnotherInstitution() {
        assertThatThrownBy(() -> write(AUDITOR_OF_HEALTH, session -> session.persist(NoteEntity.of("DND", "planted"))))
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void whoSeesAllNeitherChangesNorTakesOverNorDeletesWhatIsAnotherInstitutions() throws Throwable {
        for (String change : List.of(
                "update NoteEntity set words = 'changed'",
                "update NoteEntity set institution = 'HC'",
                "delete from NoteEntity")) {
            write(
                    AUDITOR_OF_HEALTH,
                    session -> session.createMutationQuery(change).executeUpdate());
        }
        assertThat(wordsSeenBy(CAROL)).containsExactly("defence");
        assertThat(wordsSeenBy(AUDITOR)).containsExactly("defence");
    }

    @Test
    void whoSeesAllStillWritesForItsOwnInstitution() throws Throwable {
        write(AUDITOR_OF_HEALTH, session -> session.persist(NoteEntity.of("HC", "more")));
        assertThat(wordsSeenBy(ALICE)).containsExactlyInAnyOrder("health", "more");
    }

    @Test
    void aRoleThatWritesAllSeesAndWritesEveryInstitution() throws Throwable {
        write(REVIEWER, session -> session.persist(NoteEntity.of("DND", "reviewed")));
        assertThat(wordsSeenBy(CAROL)).containsExactlyInAnyOrder("defence", "reviewed");
        assertThat(wordsSeenBy(REVIEWER)).containsExactlyInAnyOrder("health", "defence", "reviewed");
    }

    @Test
    void aReadChangesNothing() {
        assertThatThrownBy(() -> this.<Void>read(
                        ALICE,
                        session -> session.persist(NoteEntity.of("HC", "more")).call(session::flush)))
                .hasStackTraceContaining("read-only transaction");
    }

    @Test
    void aFailureUndoesEverything() throws Throwable {
        assertThatThrownBy(() -> write(
                        ALICE,
                        session -> session.persist(NoteEntity.of("HC", "more"))
                                .call(session::flush)
                                .onItem()
                                .failWith(() -> new IllegalStateException("halfway"))))
                .hasMessageContaining("halfway");
        assertThat(wordsSeenBy(ALICE)).containsExactly("health");
    }

    @Test
    void aUseCaseInsideAnotherJoinsItsTransaction() throws Throwable {
        List<String> seen = this.<List<String>>write(
                ALICE,
                outer -> outer.persist(NoteEntity.of("HC", "more"))
                        .call(outer::flush)
                        .chain(() -> scope.read(ALICE, InstitutionScopeTest::words))
                        .call(() -> outer.persist(NoteEntity.of("HC", "and more"))));
        assertThat(seen).containsExactlyInAnyOrder("health", "more");
        assertThat(wordsSeenBy(ALICE)).containsExactlyInAnyOrder("health", "more", "and more");
    }

    @Test
    void aUseCaseInsideAnotherCannotChangeTheInstitution() {
        assertThatThrownBy(
                        () -> this.<List<String>>write(ALICE, outer -> scope.read(CAROL, InstitutionScopeTest::words)))
                .hasStackTraceContaining("keeps the institution it began with");
        assertThatThrownBy(() ->
                        this.<List<String>>write(ALICE, outer -> scope.read(AUDITOR, InstitutionScopeTest::words)))
                .hasStackTraceContaining("keeps the institution it began with");
        assertThatThrownBy(() -> this.<List<String>>write(
                        AUDITOR, outer -> scope.read(caller(null, "registry-reviewer"), InstitutionScopeTest::words)))
                .hasStackTraceContaining("keeps the institution it began with");
    }

    @Test
    void idsAreTimeOrdered() throws Throwable {
        NoteEntity note = this.<NoteEntity>read(
                ALICE,
                session ->
                        session.createQuery("from NoteEntity", NoteEntity.class).getSingleResult());
        assertThat(note.id.version()).isEqualTo(7);
    }

    @Test
    void theCatalogueKeepsTheRules() {
        IsolationRules.assertKept(DATABASE, "notice");
    }

    @Test
    void theOwnerIsBoundToo() throws SQLException {
        try (Connection owner = TestPostgres.asOwner(DATABASE)) {
            assertThat(count(owner, "select count(*) from note")).isZero();
        }
        assertThat(countAsSuperuser("select count(*) from note")).isEqualTo(2);
    }

    @Test
    void theApplicationCannotReadOrRewriteTheHistoryOfMigrations() throws SQLException {
        try (Connection app = TestPostgres.asApp(DATABASE)) {
            assertThatThrownBy(() -> count(app, "select count(*) from flyway_schema_history"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void theApplicationMakesNoTemporaryTable() throws SQLException {
        try (Connection app = TestPostgres.asApp(DATABASE);
                Statement statement = app.createStatement()) {
            assertThatThrownBy(() -> statement.execute("create temporary table hidden (x int)"))
                    .hasMessageContaining("permission denied");
        }
    }

    private List<String> wordsSeenBy(Caller caller) throws Throwable {
        return this.<List<String>>read(caller, InstitutionScopeTest::words);
    }

    private static Uni<List<String>> words(Mutiny.Session session) {
        return session.createQuery("select words from NoteEntity", String.class).getResultList();
    }

    private <T> T read(Caller caller, Function<Mutiny.Session, Uni<T>> work) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(() -> scope.read(caller, work));
    }

    private <T> T write(Caller caller, Function<Mutiny.Session, Uni<T>> work) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(
                () -> scope.write(caller, session -> work.apply(session).map(Change::nothing)));
    }

    private static void asSuperuser(String sql) throws SQLException {
        try (Connection superuser = TestPostgres.asSuperuser(DATABASE);
                Statement statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long countAsSuperuser(String sql) throws SQLException {
        try (Connection superuser = TestPostgres.asSuperuser(DATABASE)) {
            return count(superuser, sql);
        }
    }

    private static long count(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static Caller caller(String institution, String... roles) {
        return new Caller("b6b0cbc0-0000-4000-8000-000000000000", institution, Set.of(roles));
    }
}
