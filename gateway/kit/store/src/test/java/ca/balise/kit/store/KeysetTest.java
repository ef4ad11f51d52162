package ca.balise.kit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.balise.kit.http.page.Page;
import ca.balise.kit.http.page.PageRequest;
import ca.balise.kit.http.problem.ProblemException;
import ca.balise.kit.http.security.Caller;
import ca.balise.kit.testing.PostgresTestResource;
import ca.balise.kit.testing.TestPostgres;
import ca.balise.kit.testing.TokenTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TokenTestResource.class)
@QuarkusTestResource(
        value = PostgresTestResource.class,
        initArgs = @ResourceArg(name = "database", value = InstitutionScopeTest.DATABASE))
class KeysetTest {

    private static final Caller ALICE = new Caller("b6b0cbc0-0000-4000-8000-000000000000", "HC", Set.of());

    @Inject
    InstitutionScope scope;

    @Inject
    NoteRepository notes;

    @BeforeEach
    void noNotes() throws SQLException {
        execute("truncate note");
    }

    @Test
    void aWalkMeetsEachRowOnceInOrder() throws Throwable {
        insert("HC", "b", "d", "a", "c", "e");
        insert("DND", "aa", "bb");
        assertThat(page(2, null).items()).extracting(note -> note.words).containsExactly("a", "b");
        assertThat(walk(2, () -> {})).containsExactly("a", "b", "c", "d", "e");
    }

    @Test
    void aPageThatHoldsExactlyTheRestIsTheLast() throws Throwable {
        insert("HC", "a", "b");
        assertThat(page(2, null).next()).isNull();
    }

    @Test
    void nothingIsOnePageWithoutItems() throws Throwable {
        assertThat(page(2, null)).isEqualTo(new Page<NoteEntity>(List.of(), null));
    }

    @Test
    void aWalkWhileRowsComeAndGoMissesNoneThatWasThereThroughoutAndRepeatsNone() throws Throwable {
        List<String> throughout =
                IntStream.range(0, 60).mapToObj("k%02d"::formatted).toList();
        insert("HC", throughout.toArray(String[]::new));
        SplittableRandom random = new SplittableRandom(20210331);
        List<String> seen = walk(7, () -> {
            for (int i = 0; i < 10; i++) {
                insert("HC", "k%02d-%08x".formatted(random.nextInt(60), random.nextInt()));
            }
            execute("delete from note where words like 'k%-%' and md5(words) < '7'");
        });
        assertThat(seen).doesNotHaveDuplicates().isSorted();
        assertThat(new TreeSet<>(seen)).containsAll(throughout).hasSizeGreaterThan(60);
    }

    @Test
    void theCursorOutlivesTheRowItNames() throws Throwable {
        insert("HC", "a", "b", "c");
        Page<NoteEntity> first = page(2, null);
        execute("delete from note where words = 'b'");
        assertThat(page(2, first.next()).items()).extracting(note -> note.words).containsExactly("c");
    }

    @Test
    void aCursorThatWasNotGivenOutIsRefused() {
        assertThatThrownBy(() -> page(2, "bm90ZXM")).isInstanceOf(ProblemException.class);
    }

    private List<String> walk(int limit, Meanwhile meanwhile) throws Throwable {
        List<String> seen = new ArrayList<>();
        Page<NoteEntity> page = page(limit, null);
        page.items().forEach(note -> seen.add(note.words));
        while (page.next() != null) {
            meanwhile.happens();
            page = page(limit, page.next());
            page.items().forEach(note -> seen.add(note.words));
        }
        return seen;
    }

    private Page<NoteEntity> page(int limit, String after) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(
                () -> scope.read(ALICE, session -> notes.page(new PageRequest(limit, after))));
    }

    private static void insert(String institution, String... words) throws SQLException {
        for (String word : words) {
            execute("insert into note (id, institution, words) values (uuidv7(), '" + institution + "', '" + word
                    + "')");
        }
    }

    private static void execute(String sql) throws SQLException {
        try (Connection superuser = TestPostgres.asSuperuser(InstitutionScopeTest.DATABASE);
                Statement statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }

    private interface Meanwhile {
        void happens() throws SQLException;
    }
}
