package ca.balise.deid.cells.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Sends the cells of one or more tables into the cells of another: the one mechanism behind every operation of {@link CellTable}. */
final class Grouping {

    private static final int LEFT_OUT = -1;

    /** Cells looked up side by side. */
    private static final int BATCH = 128;

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
     * @param kept which cells take part; null: all
     */
    Grouping add(CellTable table, int[] columns, int[][] recodings, @Nullable Predicate<Cell> kept) {
        int[] targets = new int[table.cells()];
        int[] codes = new int[BATCH * columns.length];
        int[] records = new int[BATCH];
        for (int from = 0; from < targets.length; from += BATCH) {
            int count = Math.min(BATCH, targets.length - from);
            for (int column = 0; column < columns.length; column++) {
                int[] recoding = recodings[column];
                for (int i = 0; i < count; i++) {
                    codes[i * columns.length + column] = recoding[table.code(from + i, columns[column])];
                }
            }
            for (int i = 0; i < count; i++) {
                records[i] = table.records(from + i);
            }
            if (kept == null) {
                index.addEach(codes, records, count, targets, from);
            } else {
                addKept(table, kept, codes, records, from, count, targets);
            }
        }
        parts.add(new Part(table, targets));
        return this;
    }

    private void addKept(
            CellTable table, Predicate<Cell> kept, int[] codes, int[] records, int from, int count, int[] targets) {
        int width = dimensions.size();
        int[] found = new int[count];
        int[] places = new int[count];
        int rows = 0;
        for (int i = 0; i < count; i++) {
            targets[from + i] = LEFT_OUT;
            if (kept.test(table.cell(from + i))) {
                System.arraycopy(codes, i * width, codes, rows * width, width);
                records[rows] = records[i];
                places[rows++] = from + i;
            }
        }
        index.addEach(codes, records, rows, found, 0);
        for (int row = 0; row < rows; row++) {
            targets[places[row]] = found[row];
        }
    }

    CellTable table() {
        CellTable first = parts.getFirst().table;
        List<ValueCounts> sensitive = new ArrayList<>();
        List<Optional<ValueCounts>> personsWith = new ArrayList<>();
        for (ValueCounts variable : first.sensitive()) {
            List<ValueCounts> sources = parts.stream()
                    .map(part -> part.table.sensitive(variable.variable()))
                    .toList();
            ValueCounts gathered = gather(sources);
            sensitive.add(gathered);
            personsWith.add(gatherPersonsWith(sources, gathered));
        }
        return new CellTable(
                dimensions,
                index.rows(),
                sensitive,
                gatherAny(table -> Optional.ofNullable(table.personKey())).orElse(null),
                personsWith,
                gatherAny(CellTable::weights).orElse(null));
    }

    /** A variable that either every part has or none. */
    private Optional<ValueCounts> gatherAny(Function<CellTable, Optional<ValueCounts>> variable) {
        List<ValueCounts> sources = parts.stream()
                .flatMap(part -> variable.apply(part.table).stream())
                .toList();
        return sources.isEmpty() ? Optional.empty() : Optional.of(gather(sources));
    }

    /**
     * The persons with each value: they are counted by entry, so that each entry of the parts goes to the entry of the answer that
     * has its cell and its value.
     */
    private Optional<ValueCounts> gatherPersonsWith(List<ValueCounts> sources, ValueCounts gathered) {
        List<ValueCounts> persons = new ArrayList<>();
        List<int[]> targets = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            CellTable table = parts.get(i).table;
            Optional<ValueCounts> known = table.personsWith(table.sensitive().indexOf(sources.get(i)));
            if (known.isEmpty()) {
                return Optional.empty();
            }
            persons.add(known.get());
            targets.add(entryTargets(sources.get(i), parts.get(i).targets, gathered));
        }
        return Optional.of(gather(persons, targets, gathered.entries()));
    }

    private static int[] entryTargets(ValueCounts source, int[] targets, ValueCounts gathered) {
        int[] recoding = source.dictionary() == gathered.dictionary()
                ? IntStream.range(0, source.dictionary().size()).toArray()
                : DictionaryBuilder.of(gathered.dictionary()).encodeAll(source.dictionary());
        int[] entries = new int[source.entries()];
        for (int cell = 0; cell < targets.length; cell++) {
            for (int entry = source.start(cell); entry < source.end(cell); entry++) {
                entries[entry] = targets[cell] == LEFT_OUT
                        ? LEFT_OUT
                        : gathered.entryOf(targets[cell], recoding[source.code(entry)]);
            }
        }
        return entries;
    }

    /** One variable of every part, counted in the cells of the answer. */
    private ValueCounts gather(List<ValueCounts> countsOfParts) {
        return gather(
                countsOfParts,
                parts.stream().map(part -> part.targets).toList(),
                index.rows().size());
    }

    private static ValueCounts gather(List<ValueCounts> countsOfParts, List<int[]> targets, int cells) {
        ValueCounts first = countsOfParts.getFirst();
        if (countsOfParts.size() == 1) {
            return ValueCounts.of(
                    first.variable(),
                    first.dictionary(),
                    cells,
                    visitor -> send(first, targets.getFirst(), IntUnaryOperator.identity(), visitor));
        }
        DictionaryBuilder union = DictionaryBuilder.unlimited(first.variable());
        List<int[]> recodings = countsOfParts.stream()
                .map(counts -> union.encodeAll(counts.dictionary()))
                .toList();
        return ValueCounts.of(first.variable(), union.build(), cells, visitor -> {
            for (int i = 0; i < recodings.size(); i++) {
                int[] recoding = recodings.get(i);
                send(countsOfParts.get(i), targets.get(i), code -> recoding[code], visitor);
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
