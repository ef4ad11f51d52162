package ca.balise.acceptance.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import ca.balise.acceptance.conformance.ConformanceTable.Cell;
import ca.balise.acceptance.conformance.Outcome.Failed;
import ca.balise.acceptance.conformance.Outcome.Passed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The checks find what they are for, and nothing else: tried on a server that is sound, and then broken in one way at a time. */
class BrokenServiceTest {

    private static Wire wire;

    @BeforeAll
    static void open() {
        // The JDK's server otherwise waits for the client's acknowledgement, some 40 ms an answer.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        wire = new Wire();
    }

    @AfterAll
    static void close() {
        wire.close();
    }

    private static ConformanceTable tried(Defect defect) throws IOException {
        try (var server = new NoteServer(defect)) {
            return Conformance.of(
                    Map.of(server.contract(), List.of(new Party("here", server.address(), NoteServer.CALLERS, wire))));
        }
    }

    private static Set<Check> failed(ConformanceTable table) {
        return table.cells().stream()
                .filter(Cell::isFailed)
                .map(Cell::check)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Check.class)));
    }

    private static String reasons(ConformanceTable table) {
        return table.cells().stream()
                .filter(Cell::isFailed)
                .map(cell -> cell + ": " + ((Failed) cell.outcome()).reason())
                .collect(Collectors.joining("\n", "\n", "\n"));
    }

    @Test
    void aSoundServerPassesEveryCheckAndEveryCheckIsTried() throws IOException {
        ConformanceTable table = tried(null);

        assertThat(failed(table)).as(reasons(table)).isEmpty();
        assertThat(table.cells().stream()
                        .filter(cell -> cell.outcome() instanceof Passed)
                        .map(Cell::check)
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Check.values());
    }

    @ParameterizedTest
    @EnumSource(Defect.class)
    void aDefectIsFoundByTheChecksMeantForItAndByNoOther(Defect defect) throws IOException {
        ConformanceTable table = tried(defect);

        assertThat(failed(table)).as(reasons(table)).isEqualTo(defect.meantFor());
    }

    @Test
    void everyCheckHasADefectThatItFinds() {
        Set<Check> found = Arrays.stream(Defect.values())
                .flatMap(defect -> defect.meantFor().stream())
                .collect(Collectors.toSet());

        assertThat(found).containsExactlyInAnyOrder(Check.values());
    }

    @Test
    void theTableNamesTheOperationTheCheckAndTheReason(@TempDir Path folder) throws IOException {
        tried(Defect.IF_MATCH_IGNORED).write(folder);

        assertThat(folder.resolve("conformance.md"))
                .content()
                .contains("17 operations", "| `PUT /notes/v1/notes/{id}` |")
                .containsPattern(
                        "- ✗ \\*\\*If-Match\\*\\* without If-Match: 200 instead of 428.*`PUT /notes/v1/notes/\\{id}`")
                .containsPattern("- – \\*\\*pages\\*\\* it lists nothing: .*`GET /notes/v1/public/terms`");
        assertThat(Files.readString(folder.resolve("conformance.html")))
                .contains("<td class=\"failed\" title=\"without If-Match: 200 instead of 428");
    }

    @Test
    void anOperationIdIsAlsoUniqueAcrossContracts() throws IOException {
        try (var one = new NoteServer(null);
                var other = new NoteServer(null)) {
            Outcome outcome = Check.OPERATION_ID.on(new Probe(
                    one.contract().operations().getFirst(), null, null, List.of(one.contract(), other.contract())));

            assertThat(outcome).isEqualTo(new Failed("listNotes is also the operationId of GET /notes/v1/notes"));
        }
    }
}
