package ca.balise.kit.store;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;
import static java.util.Comparator.nullsLast;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.balise.kit.http.page.Order;
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
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TokenTestResource.class)
@QuarkusTestResource(
        value = PostgresTestResource.class,
        initArgs = @ResourceArg(name = "database", value = InstitutionScopeTest.DATABASE))
class SortedKeysetTest {

    private static final Caller ALICE = new Caller("b6b0cbc0-0000-4000-8000-000000000000", "HC", Set.of());

    /** Java orders identifiers by signed halves, PostgreSQL by their octets, as text does. */
    private static final Comparator<NoteEntity> BY_ID = comparing(note -> note.id.toString());

    @Inject
    InstitutionScope scope;

    @Inject
    NoteRepository notes;

    @BeforeEach
    void noNotes() throws SQLException {
        execute("truncate note");
    }

    static Stream<Arguments> walks() {
        return Stream.of("", "words", "shade")
                .flatMap(key -> Stream.of(false, true)
                        .flatMap(descending ->
                                LongStream.of(11, 12, 13, 14).mapToObj(seed -> Arguments.of(key, descending, seed))));
    }

    @ParameterizedTest
    @MethodSource("walks")
    void aWalkWhileRowsComeAndGoMissesNoneThatWasThereThroughoutAndRepeatsNone(
            String key, boolean descending, long seed) throws Throwable {
        SplittableRandom random = new SplittableRandom(seed);
        Order order = new Order(key.isEmpty() ? null : key, descending);
        List<UUID> throughout = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            throughout.add(insert(random, "stays"));
        }
        List<NoteEntity> seen = new ArrayList<>();
        Page<NoteEntity> page = page(5, null, order, Map.of());
        seen.addAll(page.items());
        while (page.next() != null) {
            for (int i = 2 + random.nextInt(6); i > 0; i--) {
                insert(random, "passes");
            }
            execute("delete from note where words like '%%passes' and md5(id::text || '%d') < '4'"
                    .formatted(random.nextInt()));
            page = page(5, page.next(), order, Map.of());
            seen.addAll(page.items());
        }
        List<UUID> ids = seen.stream().map(note -> note.id).toList();
        assertThat(ids).doesNotHaveDuplicates().containsAll(throughout);
        assertThat(seen).isSortedAccordingTo(comparator(key, descending));
        assertThat(seen).anyMatch(note -> note.words.endsWith("passes"));
    }

    @Test
    void rowsWithoutTheValueComeLastWhicheverWayRound() throws Throwable {
        insert("a", "b");
        insert("b", null);
        insert("c", "a");
        insert("d", null);
        assertThat(walk(1, new Order("shade", false), Map.of())).containsExactly("c", "a", "b", "d");
        assertThat(walk(1, new Order("shade", true), Map.of())).containsExactly("a", "c", "d", "b");
    }

    @Test
    void anyOfTheValuesOfAFilterWillDoAndAllFiltersMustBeMet() throws Throwable {
        insert("a", "red");
        insert("b", "blue");
        insert("c", "green");
        insert("d", null);
        assertThat(walk(2, Order.OWN, Map.of("shade", List.of("red", "green")))).containsExactly("a", "c");
        assertThat(walk(
                        2,
                        new Order("words", true),
                        Map.of("shade", List.of("red", "green", "blue"), "words", List.of("a", "b", "d"))))
                .containsExactly("b", "a");
        assertThat(walk(2, Order.OWN, Map.of("shade", List.of("' or 1 = 1 --"))))
                .isEmpty();
    }

    @Test
    void aCursorIsOfNoUseUnderAnotherOrderOrOtherFilters() throws Throwable {
        insert("a", "red");
        insert("b", "red");
        Order words = new Order("words", false);
        Map<String, List<String>> red = Map.of("shade", List.of("red"));
        String next = page(1, null, words, red).next();
        assertThat(page(1, next, words, red).items())
                .extracting(note -> note.words)
                .containsExactly("b");
        for (Order other : List.of(Order.OWN, new Order("words", true), new Order("shade", false))) {
            assertThatThrownBy(() -> page(1, next, other, red)).isInstanceOf(ProblemException.class);
        }
        for (Map<String, List<String>> other :
                List.<Map<String, List<String>>>of(Map.of(), Map.of("shade", List.of("blue", "red")))) {
            assertThatThrownBy(() -> page(1, next, words, other)).isInstanceOf(ProblemException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "36", ":", "-1:=a", "99999999999:=a", "2147483647:=a", "3:abc=a", "36:%s", "35:%s=a"})
    void refusesAPlaceThatItDidNotGiveOut(String place) throws Throwable {
        insert("a", "red");
        insert("b", "red");
        Order words = new Order("words", false);
        String scope = new String(
                Base64.getUrlDecoder().decode(page(1, null, words, Map.of()).next()), StandardCharsets.UTF_8);
        String made = scope.substring(0, scope.indexOf(':') + 1) + place.formatted(UUID.randomUUID());
        String cursor = Base64.getUrlEncoder().encodeToString(made.getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> page(1, cursor, words, Map.of())).isInstanceOf(ProblemException.class);
    }

    @Test
    void whatTheKeysetHasNoColumnForIsAFaultOfTheProgram() {
        assertThatThrownBy(() -> page(1, null, new Order("colour", false), Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> page(1, null, Order.OWN, Map.of("colour", List.of("red"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Comparator<NoteEntity> comparator(String key, boolean descending) {
        Comparator<String> values = descending ? nullsFirst(naturalOrder()) : nullsLast(naturalOrder());
        Comparator<NoteEntity> order = switch (key) {
            case "words" -> comparing((NoteEntity note) -> note.words).thenComparing(BY_ID);
            case "shade" -> comparing((NoteEntity note) -> note.shade, values).thenComparing(BY_ID);
            default -> BY_ID;
        };
        return descending ? order.reversed() : order;
    }

    private List<String> walk(int limit, Order order, Map<String, List<String>> filters) throws Throwable {
        List<String> seen = new ArrayList<>();
        String next = null;
        do {
            Page<NoteEntity> page = page(limit, next, order, filters);
            page.items().forEach(note -> seen.add(note.words));
            next = page.next();
        } while (next != null);
        return seen;
    }

    private Page<NoteEntity> page(int limit, String after, Order order, Map<String, List<String>> filters)
            throws Throwable {
        return VertxContextSupport.subscribeAndAwait(() -> scope.read(
                ALICE, session -> notes.listed(new PageRequest(limit, after, order, new TreeMap<>(filters)))));
    }

    /** Few different values, so that many rows share one. */
    private static UUID insert(SplittableRandom random, String words) throws SQLException {
        UUID id = new UUID(random.nextLong(), random.nextLong());
        int shade = random.nextInt(4);
        insert(id, random.nextInt(4) + words, shade == 0 ? null : "shade" + shade);
        return id;
    }

    /** In the order of their words. */
    private static void insert(String words, String shade) throws SQLException {
        insert(new UUID(words.charAt(0), 0), words, shade);
    }

    private static void insert(UUID id, String words, String shade) throws SQLException {
        try (Connection superuser = TestPostgres.asSuperuser(InstitutionScopeTest.DATABASE);
                PreparedStatement statement = superuser.prepareStatement(
                        "insert into note (id, institution, words, shade) values (?, 'HC', ?, ?)")) {
            statement.setObject(1, id);
            statement.setString(2, words);
            statement.setString(3, shade);
            statement.execute();
        }
    }

    private static void execute(String sql) throws SQLException {
        try (Connection superuser = TestPostgres.asSuperuser(InstitutionScopeTest.DATABASE);
                Statement statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }
}
