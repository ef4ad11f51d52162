package ca.balise.deid.cells.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Sends the cells of one or more tables into the cells of another: the one mechanism behind every operation of {@link CellTable}. */
final class Grouping {

    private static final int LEFT_OUT = -1;

    private final List<QuasiIdentifier> dimensions;
    private final CellIndex index;
    private final List<Part> parts = new ArrayList<>();

    /** @param dimensions the quasi-identifiers of the answer */
    Grouping(List<QuasiIdentifier> dimensions) {
        this.dimensions = dimensions;
        this.index = new CellIndex(dimensions.size(), CellLimits.NONE.cells(), MemoryBudget.unlimited());
    }

    /**
     * @param columns for each dimension of the answer, its place in the table
     * @param recodings for each dimension of the answer, the new code for each code in the table
     * @param kept which cells take part
     */
    Grouping add(CellTable table, int[] columns, int[][] recodings, Predicate<Cell> kept) {
        int[] targets = new int[table.cells()];
        int[] codes = new int[columns.length];
        for (int cell = 0; cell < targets.length; cell++) {
            if (kept.test(table.cell(cell))) {
                for (int i = 0; i < codes.length; i++) {
                    codes[i] = recodings[i][table.code(cell, columns[i])];
                }
                targets[cell] = index.add(codes, table.records(cell));
            } else {
                targets[cell] = LEFT_OUT;
            }
        }
        parts.add(new Part(table, targets));
        return this;
    }

    CellTable table() {
        CellTable first = parts.getFirst().table;
        List<ValueCounts> sensitive = first.sensitive().stream()
                .map(counts -> gather(parts.stream()
                        .map(part -> part.table.sensitive(counts.variable()))
                        .toList()))
                .toList();
        return new CellTable(dimensions, index.rows(), sensitive, gatherPersons());
    }

    private @Nullable ValueCounts gatherPersons() {
        List<ValueCounts> keys = new ArrayList<>();
        for (Part part : parts) {
            ValueCounts key = part.table.personKey();
            if (key != null) {
                keys.add(key);
            }
        }
        return keys.isEmpty() ? null : gather(keys);
    }

    /** One variable of every part, counted in the cells of the answer. */
    private ValueCounts gather(List<ValueCounts> countsOfParts) {
        ValueCounts first = countsOfParts.getFirst();
        int cells = index.rows().size();
        if (countsOfParts.size() == 1) {
            return ValueCounts.of(
                    first.variable(),
                    first.dictionary(),
                    cells,
                    visitor -> send(first, parts.getFirst().targets, IntUnaryOperator.identity(), visitor));
        }
        DictionaryBuilder union = DictionaryBuilder.unlimited(first.variable());
        List<int[]> recodings = countsOfParts.stream()
                .map(counts -> union.encodeAll(counts.dictionary()))
                .toList();
        return ValueCounts.of(first.variable(), union.build(), cells, visitor -> {
            for (int i = 0; i < recodings.size(); i++) {
                int[] recoding = recodings.get(i);
                send(countsOfParts.get(i), parts.get(i).targets, code -> recoding[code], visitor);
            }
        });
    }

    private static void send(
            ValueCounts counts, int[] targets, IntUnaryOperator recoding, ValueCounts.EntryVisitor visitor) {
        for (int cell = 0; cell < targets.length; cell++) {
            if (targets[cell] != LEFT_OUT) {
                for (int entry = counts.start(cell); entry < counts.end(cell); entry++) {
                    visitor.visit(targets[cell], recoding.applyAsInt(counts.code(entry)), counts.count(entry));
                }
            }
        }
    }

    private static final class Part {

        private final CellTable table;

        /** For each cell of the table its cell in the answer, or {@link #LEFT_OUT}. */
        private final int[] targets;

        Part(CellTable table, int[] targets) {
            this.table = table;
            this.targets = targets;
        }
    }
}
