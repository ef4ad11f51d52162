package ca.balise.deid.intake.model;

import ca.balise.deid.cells.model.CellTable;
import ca.balise.deid.cells.model.CellTableBuilder;
import ca.balise.deid.cells.model.ColumnProfile;
import ca.balise.deid.cells.model.Dictionary;
import ca.balise.deid.cells.model.LimitExceededException;
import ca.balise.deid.cells.model.MemoryBudget;
import ca.balise.deid.cells.model.QuasiIdentifier;
import ca.balise.deid.cells.model.SampleMemory;
import ca.balise.deid.cells.model.SamplingWeights;
import ca.balise.deid.intake.model.UnfitDatasetException.Fault;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of records: each field goes to its column, which gives it a code; the codes go to the table. Blocks are coded by several
 * threads at once ({@link #code}), and counted by one ({@link #count}).
 */
final class RecordCounter {

    /** The profiles of columns outside the table get one part in so many of the memory, and are cut short when it is used up. */
    private static final int PROFILES_PART = 4;

    /** Who has which sensitive value gets one part in so many, where there is a person key. */
    private static final int LINKS_PART = 8;

    private static final int NONE = -1;

    private final List<Variable> variables;
    private final ColumnReader[] columns;
    private final int[] quasiIdentifiers;
    private final int[] sensitive;
    private final int personKey;
    private final int weight;
    private final MemoryBudget tableMemory;
    private final CellTableBuilder table;

    private final AtomicInteger nextFirst = new AtomicInteger();
    private final Queue<CodedRecords> idle = new ConcurrentLinkedQueue<>();
    private long records;
    private long suppressed;

    /**
     * @param names of the columns, in the order of the data
     * @param variables the same, in an order of their own, with their roles
     * @param weight name of the column of sampling weights, or null
     */
    RecordCounter(List<String> names, List<Variable> variables, @Nullable String weight, IntakeLimits limits) {
        this.variables = variables;
        this.quasiIdentifiers = places(names, Role.QUASI_IDENTIFIER);
        this.sensitive = places(names, Role.SENSITIVE);
        this.personKey =
                Arrays.stream(places(names, Role.PERSON_KEY)).findFirst().orElse(NONE);
        this.weight = weight == null ? NONE : names.indexOf(weight);
        long profileBytes = Math.max(1, limits.memoryBytes() / PROFILES_PART);
        long linkBytes = personKey == NONE || sensitive.length == 0 ? 0 : limits.memoryBytes() / LINKS_PART;
        this.tableMemory = new MemoryBudget(Math.max(1, limits.memoryBytes() - profileBytes - linkBytes));
        int profiled = (int)
                IntStream.range(0, names.size()).filter(i -> !isInTable(i)).count();
        SampleMemory sampleMemory = new SampleMemory(profileBytes, profiled);
        this.columns = new ColumnReader[names.size()];
        Arrays.setAll(
                columns,
                i -> isInTable(i)
                        ? new CountedColumn(names.get(i), i, limits.dictionaries(), tableMemory)
                        : new ProfiledColumn(names.get(i), i, sampleMemory));
        this.table = new CellTableBuilder(
                quasiIdentifiers.length,
                Arrays.stream(sensitive).mapToObj(names::get).toList(),
                personKey == NONE ? null : names.get(personKey),
                weight,
                limits.cells(),
                tableMemory,
                new MemoryBudget(Math.max(1, linkBytes)));
    }

    /**
     * Gives every field its code, on any thread.
     *
     * @throws MalformedDataException if a field is no text, or the block says that something is wrong; the first in the data, if several
     *     are
     * @throws LimitExceededException if there is no room for its values
     */
    CodedRecords code(RecordBlock block) {
        CodedRecords coded = idle.poll();
        if (coded == null) {
            coded = new CodedRecords(columns.length);
        }
        coded.begin(block);
        Faults faults = new Faults(block.fault());
        // Threads begin with different columns, and pass by those that another thread is at.
        int first = Math.floorMod(nextFirst.getAndIncrement(), columns.length);
        BitSet left = new BitSet(columns.length);
        for (int i = 0; i < columns.length; i++) {
            int column = (first + i) % columns.length;
            if (columns[column].tryTurn()) {
                read(columns[column], block, coded.column(column), faults);
            } else {
                left.set(column);
            }
        }
        for (int column = left.nextSetBit(0); column >= 0; column = left.nextSetBit(column + 1)) {
            columns[column].awaitTurn();
            read(columns[column], block, coded.column(column), faults);
        }
        faults.throwFirst();
        return coded;
    }

    /** Reads a column whose turn this thread has. */
    private static void read(ColumnReader column, RecordBlock block, int[] codes, Faults faults) {
        try {
            column.read(block, codes);
        } catch (MalformedDataException malformed) {
            faults.add(malformed);
        } catch (LimitExceededException exceeded) {
            faults.exceeded = exceeded;
        } finally {
            column.endTurn();
        }
    }

    /** What is wrong with a block. Columns are read in any order, and what is said of the block must not depend on it. */
    private static final class Faults {

        private @Nullable MalformedDataException malformed;
        private @Nullable LimitExceededException exceeded;

        Faults(@Nullable MalformedDataException malformed) {
            this.malformed = malformed;
        }

        void add(MalformedDataException another) {
            if (another.isBefore(malformed)) {
                malformed = another;
            }
        }

        /** Data that are no data are too large for nothing. */
        void throwFirst() {
            if (malformed != null) {
                throw malformed;
            }
            if (exceeded != null) {
                throw exceeded;
            }
        }
    }

    /**
     * Counts the records of a block, on one thread.
     *
     * @throws LimitExceededException if there is no room for them
     */
    void count(CodedRecords coded) {
        records += coded.records();
        leaveOutSuppressed(coded);
        table.addEach(
                gather(quasiIdentifiers, coded),
                gather(sensitive, coded),
                personKey == NONE ? null : coded.column(personKey),
                weight == NONE ? null : coded.column(weight),
                coded.records());
        idle.add(coded);
    }

    private void leaveOutSuppressed(CodedRecords coded) {
        int[] codes = Arrays.stream(quasiIdentifiers)
                .map(place -> counted(place).suppressedCode())
                .toArray();
        if (Arrays.stream(codes).anyMatch(code -> code == CountedColumn.NO_CODE)) {
            return;
        }
        int[][] values = gather(quasiIdentifiers, coded);
        int kept = 0;
        for (int record = 0; record < coded.records(); record++) {
            if (!isSuppressed(values, codes, record)) {
                coded.move(record, kept++);
            }
        }
        int left = coded.records() - kept;
        suppressed += left;
        table.leaveOut(left);
        coded.truncate(kept);
    }

    private static boolean isSuppressed(int[][] values, int[] suppressedCodes, int record) {
        for (int i = 0; i < values.length; i++) {
            if (values[i][record] != suppressedCodes[i]) {
                return false;
            }
        }
        return true;
    }

    long records() {
        return records;
    }

    Dataset dataset() {
        CellTable cells = table.build(
                Arrays.stream(quasiIdentifiers)
                        .mapToObj(i -> new QuasiIdentifier(columns[i].name(), dictionary(i)))
                        .toList(),
                Arrays.stream(sensitive).mapToObj(this::dictionary).toList(),
                personKey == NONE ? null : dictionary(personKey),
                weight == NONE ? null : dictionary(weight));
        requireWeights(cells);
        List<ColumnProfile> profiles =
                Arrays.stream(columns).map(column -> column.profile(records)).toList();
        return new Dataset(cells, profiles, suppressed, tableMemory);
    }

    /** A record whose weight is not known stands for an unknown number of persons: no size of the population follows. */
    private void requireWeights(CellTable cells) {
        if (cells.weights().isPresent()
                && !SamplingWeights.areNumbers(cells.weights().get())) {
            throw new UnfitDatasetException(Fault.WEIGHT_NOT_A_NUMBER, List.of(columns[weight].name()));
        }
    }

    private static int[][] gather(int[] places, CodedRecords coded) {
        return Arrays.stream(places).mapToObj(coded::column).toArray(int[][]::new);
    }

    private Dictionary dictionary(int place) {
        return counted(place).dictionary();
    }

    /** The column of a place in the table. */
    private CountedColumn counted(int place) {
        return (CountedColumn) columns[place];
    }

    private boolean isInTable(int place) {
        return place == personKey
                || place == weight
                || Arrays.stream(quasiIdentifiers).anyMatch(i -> i == place)
                || Arrays.stream(sensitive).anyMatch(i -> i == place);
    }

    private int[] places(List<String> names, Role role) {
        return variables.stream()
                .filter(variable -> variable.role() == role)
                .mapToInt(variable -> names.indexOf(variable.name()))
                .toArray();
    }
}
