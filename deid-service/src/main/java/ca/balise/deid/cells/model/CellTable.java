package ca.balise.deid.cells.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The distinct combinations of the quasi-identifiers of a data set, each with its size. Immutable; every operation answers a table,
 * so that a measure of risk is a function of one table, whatever data or recoding it came from.
 *
 * <p>A <b>size</b> counts persons (TBS Privacy Implementation Notice 2020-03, §5.1.3: « le nombre de personnes qui ont en commun une
 * caractéristique unique ou une combinaison unique de caractéristiques »). Where the data have no person key, each record is taken
 * for a person. Where they have one, the table keeps for each cell the set of its persons, so that a person is counted once in a
 * cell however many records they have there, also after {@link #project}, {@link #generalise} and {@link #merge}.
 *
 * <p>Values of sensitive variables are counted in records, by cell; where there is a person key and room for it, the table also knows
 * which persons of a cell have which value ({@link #personsWith}). Sampling weights, where there are any, are counted like sensitive
 * values.
 *
 * <p>Memory: {@code 4·(q + 1)} bytes a cell for q quasi-identifiers; for each sensitive variable 12 bytes a cell and 8 for each of its
 * distinct values in the cell; with a person key the same again for persons, and for each sensitive variable 4 bytes an entry and 8
 * for each person with it. Cell numbers run from 0 and are stable in one table.
 */
public final class CellTable {

    private final List<QuasiIdentifier> quasiIdentifiers;
    private final IntRows rows;
    private final List<ValueCounts> sensitive;
    private final @Nullable ValueCounts personKey;
    private final List<Optional<ValueCounts>> personsWith;
    private final @Nullable ValueCounts weights;
    private final long records;
    private final long persons;

    CellTable(
            List<QuasiIdentifier> quasiIdentifiers,
            IntRows rows,
            List<ValueCounts> sensitive,
            @Nullable ValueCounts personKey,
            List<Optional<ValueCounts>> personsWith,
            @Nullable ValueCounts weights) {
        this.quasiIdentifiers = List.copyOf(quasiIdentifiers);
        this.rows = rows;
        this.sensitive = List.copyOf(sensitive);
        this.personKey = personKey;
        this.personsWith = List.copyOf(personsWith);
        this.weights = weights;
        this.records = IntStream.range(0, rows.size()).mapToLong(this::records).sum();
        this.persons = personKey == null ? records : personKey.distinct();
    }

    /** The dimensions of the table. */
    public List<QuasiIdentifier> quasiIdentifiers() {
        return quasiIdentifiers;
    }

    /** The values of each sensitive variable by cell. */
    public List<ValueCounts> sensitive() {
        return sensitive;
    }

    /**
     * The values of one sensitive variable by cell.
     *
     * @throws IllegalArgumentException if there is none of this name
     */
    public ValueCounts sensitive(String name) {
        return sensitive.stream()
                .filter(counts -> counts.variable().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no sensitive variable " + name));
    }

    /**
     * Which persons have each entry of a sensitive variable, that is: which persons of a cell have a value. In the answer, what is
     * called a cell is an entry of {@link #sensitive()}.
     *
     * @param sensitiveVariable its place in {@link #sensitive()}
     * @return empty where there is no person key, or was no room to keep it
     */
    public Optional<ValueCounts> personsWith(int sensitiveVariable) {
        return personsWith.get(sensitiveVariable);
    }

    /** The sampling weights of the records by cell, as they are written; empty where the data have none. */
    public Optional<ValueCounts> weights() {
        return Optional.ofNullable(weights);
    }

    /** Number of cells. */
    public int cells() {
        return rows.size();
    }

    /** Number of records in all cells. */
    public long records() {
        return records;
    }

    /** Number of different persons; the number of records where there is no person key. */
    public long persons() {
        return persons;
    }

    /** The sum of the sizes of all cells. It exceeds {@link #persons()} where one person has records in several cells. */
    public long memberships() {
        return personKey == null ? records : personKey.entries();
    }

    /** Whether persons were told apart by a key, rather than each record taken for one. */
    public boolean hasPersonKey() {
        return personKey != null;
    }

    /** Persons in a cell, at least 1. */
    public int size(int cell) {
        return personKey == null ? records(cell) : personKey.distinct(cell);
    }

    /** Records in a cell, at least 1. */
    public int records(int cell) {
        return rows.get(cell, quasiIdentifiers.size());
    }

    /** The code of a cell in one of {@link #quasiIdentifiers()}. */
    public int code(int cell, int quasiIdentifier) {
        return rows.get(cell, quasiIdentifier);
    }

    /** A view of one cell. */
    public Cell cell(int number) {
        return new Cell(this, number);
    }

    /** How many cells have each size that occurs, smallest first. */
    public SortedMap<Integer, Integer> histogram() {
        SortedMap<Integer, Integer> cellsBySize = new TreeMap<>();
        for (int cell = 0; cell < cells(); cell++) {
            cellsBySize.merge(size(cell), 1, Integer::sum);
        }
        return cellsBySize;
    }

    /** Number of values of a quasi-identifier that occur in the table. */
    public int distinct(int quasiIdentifier) {
        BitSet seen = new BitSet();
        for (int cell = 0; cell < cells(); cell++) {
            seen.set(code(cell, quasiIdentifier));
        }
        return seen.cardinality();
    }

    /**
     * The table over fewer quasi-identifiers, or the same in another order; over none, a single cell of everybody.
     *
     * @throws IllegalArgumentException if a name is no quasi-identifier of this table, or comes twice
     */
    public CellTable project(List<String> names) {
        int[] columns = names.stream().mapToInt(this::indexOf).toArray();
        if (Arrays.stream(columns).distinct().count() < columns.length) {
            throw new IllegalArgumentException("a name comes twice: " + names);
        }
        List<QuasiIdentifier> kept =
                Arrays.stream(columns).mapToObj(quasiIdentifiers::get).toList();
        return new Grouping(kept).add(this, columns, sameCodes(kept), null).table();
    }

    /**
     * The table after a recoding of one quasi-identifier, such as ages to age bands.
     *
     * @param recoding the new value for each value; a pure function, called once for each
     * @throws IllegalArgumentException if the name is no quasi-identifier of this table
     */
    public CellTable generalise(String name, UnaryOperator<String> recoding) {
        int index = indexOf(name);
        DictionaryBuilder generalised = DictionaryBuilder.unlimited(name);
        int[][] recodings = sameCodes(quasiIdentifiers);
        recodings[index] = quasiIdentifiers.get(index).dictionary().values().stream()
                .mapToInt(value -> generalised.encode(recoding.apply(value)))
                .toArray();
        List<QuasiIdentifier> dimensions = new ArrayList<>(quasiIdentifiers);
        dimensions.set(index, new QuasiIdentifier(name, generalised.build()));
        return new Grouping(dimensions).add(this, ownColumns(), recodings, null).table();
    }

    /**
     * The table of the records of both, as if they had been read from one file. A person of both is one person.
     *
     * @throws IllegalArgumentException unless both have the same quasi-identifiers and sensitive variables, in any order, and
     *     either both have a person key, and weights, or neither
     */
    public CellTable merge(CellTable other) {
        requireSameVariables(other);
        int[] otherColumns = names().stream().mapToInt(other::indexOf).toArray();
        int[][] ownRecodings = new int[otherColumns.length][];
        int[][] otherRecodings = new int[otherColumns.length][];
        List<QuasiIdentifier> dimensions = new ArrayList<>();
        for (int i = 0; i < otherColumns.length; i++) {
            QuasiIdentifier own = quasiIdentifiers.get(i);
            DictionaryBuilder union = DictionaryBuilder.unlimited(own.name());
            ownRecodings[i] = union.encodeAll(own.dictionary());
            otherRecodings[i] =
                    union.encodeAll(other.quasiIdentifiers.get(otherColumns[i]).dictionary());
            dimensions.add(new QuasiIdentifier(own.name(), union.build()));
        }
        return new Grouping(dimensions)
                .add(this, ownColumns(), ownRecodings, null)
                .add(other, otherColumns, otherRecodings, null)
                .table();
    }

    /** The table of the records whose cell passes. Values that occur no more stay in the dictionaries. */
    public CellTable restrict(Predicate<Cell> kept) {
        return new Grouping(quasiIdentifiers)
                .add(this, ownColumns(), sameCodes(quasiIdentifiers), kept)
                .table();
    }

    /**
     * The place of a quasi-identifier in {@link #quasiIdentifiers()}.
     *
     * @throws IllegalArgumentException if there is none of this name
     */
    public int indexOf(String name) {
        int index = names().indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("no quasi-identifier " + name);
        }
        return index;
    }

    private List<String> names() {
        return quasiIdentifiers.stream().map(QuasiIdentifier::name).toList();
    }

    @Nullable
    ValueCounts personKey() {
        return personKey;
    }

    private void requireSameVariables(CellTable other) {
        boolean same = sorted(names()).equals(sorted(other.names()))
                && sorted(sensitiveNames()).equals(sorted(other.sensitiveNames()))
                && hasPersonKey() == other.hasPersonKey()
                && weights().isPresent() == other.weights().isPresent();
        if (!same) {
            throw new IllegalArgumentException("the tables are over different variables");
        }
    }

    private List<String> sensitiveNames() {
        return sensitive.stream().map(ValueCounts::variable).toList();
    }

    private static List<String> sorted(List<String> names) {
        return names.stream().sorted().toList();
    }

    private int[] ownColumns() {
        return IntStream.range(0, quasiIdentifiers.size()).toArray();
    }

    private static int[][] sameCodes(List<QuasiIdentifier> dimensions) {
        return dimensions.stream()
                .map(dimension ->
                        IntStream.range(0, dimension.dictionary().size()).toArray())
                .toArray(int[][]::new);
    }
}
