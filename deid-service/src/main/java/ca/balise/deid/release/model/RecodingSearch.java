package ca.balise.deid.release.model;

import ca.balise.deid.cells.model.CellTable;
import ca.balise.deid.cells.model.Helpers;
import ca.balise.deid.cells.model.OrderedTasks;
import ca.balise.deid.cells.model.ValueCounts;
import ca.balise.deid.release.model.RecodingOption.Recoding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Looks for the recodings that reach the minimum and keep the most information: a beam search over the lattice of generalisations
 * (L. Sweeney, "Achieving k-anonymity privacy protection using generalization and suppression", IJUFKS 10(5), 2002), from the cells
 * alone. Each step coarsens one variable by one level. It is bounded in the cells it visits, so that it may miss the best answer, but
 * what it gives is exact: each figure is measured on the cells as they would be.
 */
final class RecodingSearch {

    private static final int BEAM = 3;
    private static final int BEST = 5;

    /** About a third of a second of one core. */
    private static final long VISITS = 4_000_000;

    /** A recoded table of more cells would want memory that the measure itself was not given. */
    private static final int LARGEST_TABLE = 1_000_000;

    private final CellTable table;
    private final int minimum;
    private final Helpers helpers;
    private final List<List<Generalisation>> chains;
    private final double entropy;
    private final List<RecodingOption> found = new ArrayList<>();
    private final Set<List<Integer>> seen = new HashSet<>();
    private long visits;

    private RecodingSearch(CellTable table, int minimum, Helpers helpers) {
        this.table = table;
        this.minimum = minimum;
        this.helpers = helpers;
        this.chains = table.quasiIdentifiers().stream()
                .map(variable -> Generalisation.chainFor(variable.dictionary().values()))
                .toList();
        this.entropy = entropy(table);
    }

    /** A point of the lattice: how far each chain has been walked, and the table there. */
    private record State(List<Integer> levels, CellTable table, RecodingOption option) {}

    /**
     * The best options found, the one that keeps the most information first.
     *
     * @param table the cells as they are
     * @param minimum the minimum cell size, in persons
     * @param helpers threads that may help
     */
    static List<RecodingOption> options(CellTable table, int minimum, Helpers helpers) {
        return new RecodingSearch(table, minimum, helpers).search();
    }

    private List<RecodingOption> search() {
        List<Integer> start = Collections.nCopies(chains.size(), 0);
        List<State> beam = List.of(new State(start, table, measured(start, table)));
        while (!beam.isEmpty()) {
            beam.forEach(state -> found.add(state.option()));
            beam = coarser(beam);
        }
        return found.stream()
                .filter(option -> option.cells() > 0)
                .sorted(order())
                .limit(BEST)
                .toList();
    }

    private static Comparator<RecodingOption> order() {
        return Comparator.comparingDouble(RecodingOption::informationKept)
                .reversed()
                .thenComparingLong(RecodingOption::recordsSuppressed)
                // Of two that keep as much, the one that touches less.
                .thenComparingInt(option -> option.recodings().size())
                .thenComparingInt(option -> option.recodings().stream()
                        .mapToInt(recoding -> recoding.to().steps())
                        .sum())
                .thenComparing(option -> option.recodings().toString());
    }

    private List<State> coarser(List<State> beam) {
        List<State> best = new ArrayList<>();
        try (OrderedTasks<State> measuring = new OrderedTasks<>(helpers, state -> keepBest(best, state))) {
            addCoarser(beam, measuring);
            measuring.finish();
        }
        return List.copyOf(best);
    }

    private void addCoarser(List<State> beam, OrderedTasks<State> measuring) {
        for (State state : beam) {
            for (int variable = 0; variable < chains.size(); variable++) {
                List<Integer> levels = new ArrayList<>(state.levels());
                int level = levels.get(variable) + 1;
                levels.set(variable, level);
                if (level <= chains.get(variable).size() && isAffordable(state.table()) && seen.add(levels)) {
                    int coarsened = variable;
                    measuring.add(() -> {
                        CellTable recoded = recoded(state.table(), coarsened, level);
                        return new State(levels, recoded, measured(levels, recoded));
                    });
                }
            }
        }
    }

    /** What will not be walked on from is let go at once: each has a table of its own. */
    private static void keepBest(List<State> best, State state) {
        best.add(state);
        best.sort(Comparator.comparing(State::option, order()));
        if (best.size() > BEAM) {
            best.removeLast();
        }
    }

    private boolean isAffordable(CellTable parent) {
        // With a person key each cell brings its persons along.
        long cost = parent.cells() + (parent.hasPersonKey() ? parent.memberships() : 0);
        if (cost > LARGEST_TABLE || visits + cost > VISITS) {
            return false;
        }
        visits += cost;
        return true;
    }

    private CellTable recoded(CellTable from, int variable, int level) {
        Generalisation to = chains.get(variable).get(level - 1);
        return from.generalise(table.quasiIdentifiers().get(variable).name(), to::of);
    }

    private RecodingOption measured(List<Integer> levels, CellTable recoded) {
        long kept = 0;
        long persons = 0;
        int cells = 0;
        int smallest = Integer.MAX_VALUE;
        int homogeneous = 0;
        for (int cell = 0; cell < recoded.cells(); cell++) {
            int size = recoded.size(cell);
            if (size >= minimum) {
                cells++;
                kept += recoded.records(cell);
                persons += size;
                smallest = Math.min(smallest, size);
                if (isHomogeneous(recoded, cell)) {
                    homogeneous++;
                }
            }
        }
        double share = recoded.records() == 0 ? 0 : (double) kept / recoded.records();
        return new RecodingOption(
                recodings(levels),
                recoded.records() - kept,
                cells,
                cells == 0 ? null : smallest,
                // Σ over the persons of 1 / size is the number of cells.
                cells == 0 ? null : (double) cells / persons,
                homogeneous,
                share * (entropy == 0 ? 1 : Math.min(1, entropy(recoded) / entropy)));
    }

    private static boolean isHomogeneous(CellTable table, int cell) {
        for (ValueCounts counts : table.sensitive()) {
            if (counts.distinct(cell) == 1) {
                return true;
            }
        }
        return false;
    }

    private List<Recoding> recodings(List<Integer> levels) {
        List<Recoding> recodings = new ArrayList<>();
        for (int variable = 0; variable < levels.size(); variable++) {
            int level = levels.get(variable);
            if (level > 0) {
                recodings.add(new Recoding(
                        table.quasiIdentifiers().get(variable).name(),
                        chains.get(variable).get(level - 1)));
            }
        }
        return List.copyOf(recodings);
    }

    /** Sum over the quasi-identifiers of the entropy of their values, in nats (C. E. Shannon, 1948, §6). */
    private static double entropy(CellTable table) {
        double sum = 0;
        for (int variable = 0; variable < table.quasiIdentifiers().size(); variable++) {
            long[] counts =
                    new long[table.quasiIdentifiers().get(variable).dictionary().size()];
            for (int cell = 0; cell < table.cells(); cell++) {
                counts[table.code(cell, variable)] += table.records(cell);
            }
            // Ascending, so that the sum does not depend on the order in which values were first seen.
            Arrays.sort(counts);
            for (long count : counts) {
                if (count > 0) {
                    double share = (double) count / table.records();
                    sum -= share * Math.log(share);
                }
            }
        }
        return sum;
    }
}
