package ca.balise.deid.risk.model;

import ca.balise.deid.cells.model.CellTable;
import ca.balise.deid.cells.model.Groups;
import ca.balise.deid.cells.model.MemoryBudget;
import ca.balise.deid.cells.model.QuasiIdentifier;
import ca.balise.deid.risk.model.SpecialUniques.Contribution;
import ca.balise.deid.risk.model.SpecialUniques.MinimalUniques;
import ca.balise.deid.risk.model.SpecialUniques.ScoreCount;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds minimal sample uniques subset by subset. Whoever is unique on a subset is unique on every larger one; so only the cells of one
 * person are looked at, and a unique is minimal iff it is none on the subsets that lack one of its variables. Which cells are unique
 * on a subset is kept as one bit a cell, and the bits of a subset are combined 64 cells at a time.
 */
final class SpecialUniquesSearch {

    private final CellTable table;
    private final int maximumSize;
    private final MemoryBudget memory;

    /** The cells of one person. */
    private final int[] uniqueCells;

    /** For each subset visited the cells unique on it, by their place in {@link #uniqueCells}. */
    private final Map<Long, long[]> uniqueOn = new HashMap<>();

    private final double[] scores;
    private final int[] smallest;
    private final long[] uniquesOfSize;
    private final double[] scoreOfVariable;

    /** For each unique cell how many minimal uniques it has of each size, if {@link DisSuda} asks for them. */
    private final int[] minimalOfSize;

    private double totalScore;
    private long claimed;
    private boolean full;

    SpecialUniquesSearch(CellTable table, int maximumSize, MemoryBudget memory) {
        this.table = table;
        this.maximumSize = maximumSize;
        this.memory = memory;
        int uniques = (int) IntStream.range(0, table.cells())
                .filter(cell -> table.size(cell) == 1)
                .count();
        this.full = !claim((long) uniques * (2L * Integer.BYTES + Double.BYTES));
        this.uniqueCells = full
                ? new int[0]
                : IntStream.range(0, table.cells())
                        .filter(cell -> table.size(cell) == 1)
                        .toArray();
        this.scores = new double[uniqueCells.length];
        this.smallest = new int[uniqueCells.length];
        this.uniquesOfSize = new long[maximumSize + 1];
        this.scoreOfVariable = new double[table.quasiIdentifiers().size()];
        this.minimalOfSize = isComplete() && claim((long) uniqueCells.length * maximumSize * Integer.BYTES)
                ? new int[uniqueCells.length * maximumSize]
                : new int[0];
    }

    /** Whether minimal uniques of every size are searched for; unique on all variables is unique, and not specially so. */
    boolean isComplete() {
        return maximumSize >= scoreOfVariable.length - 1;
    }

    /** Looks at one subset, after all that it contains. */
    void visit(long subset, Groups groups) {
        if (full) {
            return;
        }
        long[] unique = uniqueOn(groups);
        long[] minimal = unique.clone();
        int size = Long.bitCount(subset);
        for (long rest = subset; rest != 0 && size > 1; rest &= rest - 1) {
            long[] smaller = uniqueOn.get(subset ^ Long.lowestOneBit(rest));
            for (int i = 0; smaller != null && i < minimal.length; i++) {
                minimal[i] &= ~smaller[i];
            }
        }
        score(subset, size, minimal);
        if (size < maximumSize) {
            full = !claim((long) unique.length * Long.BYTES);
            uniqueOn.put(subset, unique);
        }
    }

    private long[] uniqueOn(Groups groups) {
        long[] bits = new long[(uniqueCells.length + Long.SIZE - 1) / Long.SIZE];
        for (int i = 0; i < uniqueCells.length; i++) {
            if (groups.size(groups.of(uniqueCells[i])) == 1) {
                bits[i / Long.SIZE] |= 1L << i;
            }
        }
        return bits;
    }

    private void score(long subset, int size, long[] minimal) {
        double score = score(size);
        long found = 0;
        for (int word = 0; word < minimal.length; word++) {
            for (long rest = minimal[word]; rest != 0; rest &= rest - 1) {
                int unique = word * Long.SIZE + Long.numberOfTrailingZeros(rest);
                scores[unique] += score;
                smallest[unique] = smallest[unique] == 0 ? size : Math.min(smallest[unique], size);
                if (minimalOfSize.length > 0) {
                    minimalOfSize[unique * maximumSize + size - 1]++;
                }
                found++;
            }
        }
        uniquesOfSize[size] += found;
        totalScore += score * found;
        for (long rest = subset; rest != 0; rest &= rest - 1) {
            scoreOfVariable[Long.numberOfTrailingZeros(rest)] += score * found;
        }
    }

    /** (q - k)·(q - k - 1)·…·(q - m). */
    private double score(int size) {
        double score = 1;
        for (int i = size; i <= maximumSize; i++) {
            score *= Math.max(1, scoreOfVariable.length - i);
        }
        return score;
    }

    /** Whether there was no room to find them. */
    boolean isFull() {
        return full;
    }

    /**
     * What was found; empty if there was no room to find it.
     *
     * @param disSuda what was measured of {@link #scored}, or null
     */
    Optional<SpecialUniques> found(@Nullable DisSuda disSuda) {
        memory.release(claimed);
        if (full) {
            return Optional.empty();
        }
        SortedMap<Double, Long> byScore = new TreeMap<>(Collections.reverseOrder());
        long[] recordsBySmallest = new long[maximumSize + 1];
        for (int i = 0; i < uniqueCells.length; i++) {
            int records = table.records(uniqueCells[i]);
            recordsBySmallest[smallest[i]] += records;
            if (smallest[i] > 0) {
                byScore.merge(scores[i], (long) records, Long::sum);
            }
        }
        double total = 0;
        for (Map.Entry<Double, Long> entry : byScore.entrySet()) {
            total += entry.getKey() * entry.getValue();
        }
        return Optional.of(new SpecialUniques(
                maximumSize,
                sizes(recordsBySmallest),
                byScore.values().stream().mapToLong(Long::longValue).sum(),
                byScore.isEmpty() ? 0 : byScore.firstKey(),
                total / table.records(),
                byScore.entrySet().stream()
                        .limit(SpecialUniques.MAXIMUM_SCORES)
                        .map(entry -> new ScoreCount(entry.getKey(), entry.getValue()))
                        .toList(),
                contributions(),
                disSuda));
    }

    /** How many persons are unique, or in cells of two. */
    DisSuda.Matches matches() {
        long pairs = IntStream.range(0, table.cells())
                .filter(cell -> table.size(cell) == 2)
                .count();
        return new DisSuda.Matches(uniqueCells.length, 2 * pairs);
    }

    /** The uniques by the score that {@link DisSuda} takes, those that score 0 left out. */
    SortedMap<Double, DisSuda.Scored> scored() {
        double[] weights = IntStream.rangeClosed(1, maximumSize)
                .mapToDouble(size -> DisSuda.weight(scoreOfVariable.length, size))
                .toArray();
        SortedMap<Double, DisSuda.Scored> byScore = new TreeMap<>();
        for (int i = 0; i * maximumSize < minimalOfSize.length; i++) {
            double score = 0;
            for (int size = 0; size < maximumSize; size++) {
                score += weights[size] * minimalOfSize[i * maximumSize + size];
            }
            if (score > 0) {
                byScore.merge(score, new DisSuda.Scored(1, table.records(uniqueCells[i])), DisSuda.Scored::and);
            }
        }
        return byScore;
    }

    /** Whether there was room to count what {@link #scored} needs. */
    boolean hasCountedSizes() {
        return minimalOfSize.length == uniqueCells.length * maximumSize;
    }

    private List<MinimalUniques> sizes(long[] recordsBySmallest) {
        List<MinimalUniques> sizes = new ArrayList<>();
        long records = 0;
        for (int size = 1; size <= maximumSize; size++) {
            records += recordsBySmallest[size];
            sizes.add(new MinimalUniques(size, uniquesOfSize[size], records));
        }
        return sizes;
    }

    private List<Contribution> contributions() {
        List<QuasiIdentifier> variables = table.quasiIdentifiers();
        return IntStream.range(0, variables.size())
                .mapToObj(i -> new Contribution(
                        variables.get(i).name(), totalScore == 0 ? null : scoreOfVariable[i] / totalScore))
                .toList();
    }

    private boolean claim(long bytes) {
        boolean granted = memory.claim(bytes);
        claimed += granted ? bytes : 0;
        return granted;
    }
}
