package ca.balise.acceptance.conformance;

import ca.balise.acceptance.conformance.Check.Scope;
import ca.balise.acceptance.conformance.ConformanceTable.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Tries every check on every operation. */
final class Conformance {

    static final String IN_THE_CONTRACT = "contract";

    private Conformance() {}

    /**
     * Tries all of it: contracts beside each other, as services share nothing; the places of one after each other, as they share a
     * database.
     *
     * @param places where each contract is served
     */
    static ConformanceTable of(Map<Contract, List<Party>> places) {
        var table = new ConformanceTable();
        List<Contract> contracts = List.copyOf(places.keySet());
        for (Contract contract : contracts) {
            for (ApiOperation operation : contract.operations()) {
                tried(table, IN_THE_CONTRACT, Scope.CONTRACT, new Probe(operation, null, null, contracts));
            }
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            places.forEach((contract, parties) ->
                    running.add(threads.submit(() -> alive(table, contract, parties, contracts))));
            for (Future<?> one : running) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return table;
    }

    private static void alive(
            ConformanceTable table, Contract contract, List<Party> parties, List<Contract> contracts) {
        for (Party party : parties) {
            var records = new Records(party, contract);
            for (ApiOperation operation : contract.operations()) {
                tried(table, party.name(), Scope.LIVE, new Probe(operation, party, records, contracts));
            }
        }
    }

    private static void tried(ConformanceTable table, String place, Scope scope, Probe probe) {
        for (Check check : Check.values()) {
            if (check.isOf(scope)) {
                long begin = System.nanoTime();
                Outcome outcome = check.on(probe);
                table.put(new Row(place, probe.operation()), check, outcome, System.nanoTime() - begin);
            }
        }
    }
}
