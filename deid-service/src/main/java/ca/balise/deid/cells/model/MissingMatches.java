package ca.balise.deid.cells.model;

import ca.balise.deid.cells.model.LimitExceededException.Limit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts, for each cell, the persons whose records do not differ from the cell's in a value that both have.
 *
 * <p>Cells that miss the same variables form a pattern. Two patterns share the variables that neither misses; a cell of the one is
 * alike the cells of the other that have the same values in these. So each pair of patterns takes one search for each cell: the work
 * is cells × patterns, and is limited to {@link #MAXIMUM_STEPS}. With a person key, sets of persons are united instead of sizes
 * added, and each person met is a step.
 */
final class MissingMatches {

    /** About ten seconds. */
    static final long MAXIMUM_STEPS = 100_000_000;

    /** What it takes to set up the search of one pattern in another. */
    private static final long STEPS_OF_A_PAIR = 100;

    private final CellTable table;
    private final MemoryBudget memory;
    private final List<Pattern> patterns;
    private final @Nullable ValueCounts persons;

    /** For each person the last cell they were counted in, plus one. */
    private final int[] stamps;

    private long steps;

    MissingMatches(CellTable table, MemoryBudget memory) {
        this.table = table;
        this.memory = memory;
        this.patterns = patterns(table);
        this.persons = table.personKey();
        long stamped = persons == null ? 0 : persons.dictionary().size();
        claim(stamped * Integer.BYTES + (long) table.cells() * Integer.BYTES);
        this.stamps = new int[(int) stamped];
    }

    int[] sizes() {
        int[] sizes = new int[table.cells()];
        spend((long) patterns.size() * (table.cells() + (long) patterns.size() * STEPS_OF_A_PAIR));
        for (Pattern pattern : patterns) {
            if (persons == null) {
                patterns.forEach(other -> add(List.of(new Matches(pattern, other)), pattern, sizes));
            } else {
                // A person met in one pattern must not be counted again in the next.
                add(patterns.stream().map(other -> new Matches(pattern, other)).toList(), pattern, sizes);
            }
        }
        memory.release((long) stamps.length * Integer.BYTES);
        return sizes;
    }

    private static void add(List<Matches> others, Pattern pattern, int[] sizes) {
        for (int cell : pattern.cells) {
            for (Matches other : others) {
                sizes[cell] = Math.addExact(sizes[cell], other.persons(cell));
            }
        }
        others.forEach(Matches::discard);
    }

    private void spend(long more) {
        steps += more;
        if (steps > MAXIMUM_STEPS) {
            throw new LimitExceededException(Limit.TOO_MANY_MISSING_PATTERNS, MAXIMUM_STEPS, null);
        }
    }

    private void claim(long bytes) {
        if (!memory.claim(bytes)) {
            throw new LimitExceededException(Limit.TOO_MANY_CELLS, table.cells(), null);
        }
    }

    private static List<Pattern> patterns(CellTable table) {
        List<boolean[]> missing = table.quasiIdentifiers().stream()
                .map(quasiIdentifier -> MissingValue.codes(quasiIdentifier.dictionary()))
                .toList();
        Map<BitSet, List<Integer>> cells = new LinkedHashMap<>();
        for (int cell = 0; cell < table.cells(); cell++) {
            BitSet pattern = new BitSet();
            for (int i = 0; i < missing.size(); i++) {
                pattern.set(i, missing.get(i)[table.code(cell, i)]);
            }
            cells.computeIfAbsent(pattern, unseen -> new ArrayList<>()).add(cell);
        }
        return cells.entrySet().stream()
                .map(entry -> new Pattern(
                        entry.getKey(),
                        entry.getValue().stream().mapToInt(Integer::intValue).toArray()))
                .toList();
    }

    /** The cells that miss the same variables. */
    private static final class Pattern {

        private final BitSet missing;
        private final int[] cells;

        Pattern(BitSet missing, int[] cells) {
            this.missing = missing;
            this.cells = cells;
        }
    }

    /** The cells of one pattern, found by the values of the variables that neither it nor the pattern asking misses. */
    private final class Matches {

        private final int[] common;
        private final int[] codes;
        private final CellIndex groups;

        /** The cells of group g are those from {@code starts[g]} to {@code starts[g + 1]} of {@link #members}. */
        private final int[] starts;

        private final int[] members;

        Matches(Pattern asking, Pattern asked) {
            BitSet missed = (BitSet) asking.missing.clone();
            missed.or(asked.missing);
            missed.flip(0, table.quasiIdentifiers().size());
            this.common = missed.stream().toArray();
            this.codes = new int[common.length];
            this.groups = new CellIndex(common.length, CellIndex.MAXIMUM_CELLS, memory);
            claim(bytes(asked.cells.length));
            int[] groupOf = Arrays.stream(asked.cells)
                    .map(cell -> groups.add(codes(cell), 1))
                    .toArray();
            this.starts = new int[groups.rows().size() + 1];
            for (int group : groupOf) {
                starts[group + 1]++;
            }
            Arrays.parallelPrefix(starts, Integer::sum);
            this.members = new int[asked.cells.length];
            int[] next = starts.clone();
            for (int i = 0; i < groupOf.length; i++) {
                members[next[groupOf[i]]++] = asked.cells[i];
            }
        }

        private static long bytes(int cells) {
            return 4L * Integer.BYTES * cells;
        }

        void discard() {
            groups.discard();
            memory.release(bytes(members.length));
        }

        /** Persons alike those of a cell, without those already counted for it. */
        int persons(int cell) {
            int group = groups.find(codes(cell));
            int count = 0;
            if (group >= 0) {
                for (int i = starts[group]; i < starts[group + 1]; i++) {
                    count = Math.addExact(count, newPersons(members[i], cell));
                }
            }
            return count;
        }

        private int newPersons(int member, int cell) {
            if (persons == null) {
                return table.records(member);
            }
            spend(persons.distinct(member));
            int count = 0;
            for (int entry = persons.start(member); entry < persons.end(member); entry++) {
                int person = persons.code(entry);
                if (stamps[person] != cell + 1) {
                    stamps[person] = cell + 1;
                    count++;
                }
            }
            return count;
        }

        private int[] codes(int cell) {
            for (int i = 0; i < codes.length; i++) {
                codes[i] = table.code(cell, common[i]);
            }
            return codes;
        }
    }
}
