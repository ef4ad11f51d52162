package ca.balise.acceptance.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import ca.balise.acceptance.RunningSuite;
import ca.balise.acceptance.conformance.ConformanceTable.Cell;
import ca.balise.acceptance.conformance.Outcome.Failed;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every operation of the served contracts keeps every rule of the house: at its service and through the door. The table is written
 * to {@code target/conformance.md} and {@code .html}, also when a cell fails.
 */
@ExtendWith(RunningSuite.class)
class ConformanceIT {

    private static final Duration TIME = Duration.ofMinutes(3);
    private static final Path TARGET = Path.of("target");

    private static Wire wire;
    private static final Map<Contract, List<Party>> PLACES = new LinkedHashMap<>();
    private static ConformanceTable table;
    private static Duration took;

    @BeforeAll
    static void tryEverything() throws IOException {
        wire = new Wire();
        List<Caller> callers = RunningSuite.users().stream()
                .map(user -> Caller.of(user, () -> RunningSuite.token(user)))
                .toList();
        new TreeMap<>(RunningSuite.services())
                .forEach((service, address) -> PLACES.put(
                        contract(service, address),
                        List.of(
                                new Party("directly", address, callers, wire),
                                new Party("through the door", RunningSuite.door(), callers, wire))));
        Instant begin = Instant.now();
        table = Conformance.of(PLACES);
        took = Duration.between(begin, Instant.now());
        table.write(TARGET);
    }

    @AfterAll
    static void close() {
        wire.close();
    }

    private static Contract contract(String service, URI address) {
        return Contract.read(service, text(service, address));
    }

    private static String text(String service, URI address) {
        Answer answer = wire.send(address, Request.of("GET", "/" + service + "/openapi", null));
        assertThat(answer.status()).as("the contract of " + service).isEqualTo(200);
        return answer.text();
    }

    @TestFactory
    Stream<DynamicNode> everyOperationKeepsEveryRule() {
        return table.cells().stream()
                .collect(Collectors.groupingBy(
                        cell -> cell.row().operation().toString(), LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(operation -> dynamicContainer(
                        operation.getKey(), operation.getValue().stream().map(ConformanceIT::test)));
    }

    private static DynamicNode test(Cell cell) {
        return dynamicTest(cell.check().title() + ", " + cell.row().place(), () -> {
            if (cell.outcome() instanceof Failed(String reason)) {
                throw new AssertionError(cell + ": " + reason);
            }
        });
    }

    @Test
    void noContractIsEmptyAndEveryCallerHasARole() {
        assertThat(PLACES.keySet())
                .hasSize(3)
                .allSatisfy(contract ->
                        assertThat(contract.operations()).as(contract.name()).isNotEmpty());
        assertThat(PLACES.values().iterator().next().getFirst().callers()).allSatisfy(caller -> {
            assertThat(caller.roles()).as(caller.name()).isNotEmpty();
            assertThat(caller.isCentral() || !caller.institution().isEmpty())
                    .as(caller.name())
                    .isTrue();
        });
    }

    @Test
    void theDoorServesTheContractsOfTheServices() {
        PLACES.forEach((contract, parties) -> assertThat(Contract.read("", text(contract.name(), RunningSuite.door()))
                        .document())
                .as(contract.name())
                .isEqualTo(contract.document()));
    }

    @Test
    void triesEverythingInTime() {
        assertThat(took).as(wire.sent() + " requests").isLessThan(TIME);
    }
}
