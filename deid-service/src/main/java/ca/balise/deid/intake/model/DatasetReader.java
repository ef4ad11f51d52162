package ca.balise.deid.intake.model;

import ca.balise.deid.cells.model.Helpers;
import ca.balise.deid.cells.model.LimitExceededException;
import ca.balise.deid.cells.model.OrderedTasks;
import ca.balise.deid.intake.model.UnfitDatasetException.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Counts records into a {@link Dataset} as they come, whatever format they come from. An empty field is a missing value, and missing
 * is a value of its own here (what else it may match is a matter of {@link ca.balise.deid.cells.model.CellSizes}); records without a person key count as one person in each cell, as they may be.
 *
 * <p>Each column of the data must have a role, and each variable a column. After an exception the reader is only closed.
 */
public final class DatasetReader implements RecordSink, AutoCloseable {

    private final List<Variable> variables;
    private final @Nullable String weight;
    private final IntakeLimits limits;
    private final Runnable checkpoint;
    private final OrderedTasks<CodedRecords> blocks;
    private final Queue<GatheredRecords> idle = new ConcurrentLinkedQueue<>();

    private @Nullable RecordCounter counter;
    private int columns;

    /** Records that came one by one and are not enough yet; null where there are none. */
    private @Nullable GatheredRecords gathered;

    /** How many lines the stretches that were counted cover. */
    private long lines;

    /**
     * @param variables the columns to expect, in any order
     * @throws UnfitDatasetException if no table can be made of them
     */
    public DatasetReader(List<Variable> variables, IntakeLimits limits) {
        this(variables, null, limits);
    }

    /**
     * @param variables the columns to expect, in any order
     * @param weight the one of them that holds sampling weights, or null
     * @throws UnfitDatasetException if no table can be made of them
     */
    public DatasetReader(List<Variable> variables, @Nullable String weight, IntakeLimits limits) {
        this(variables, weight, limits, Helpers.NONE, () -> {});
    }

    /**
     * @param variables the columns to expect, in any order
     * @param weight the one of them that holds sampling weights, or null
     * @param helpers threads that may read blocks beside the one that feeds this
     * @param checkpoint called between blocks; what it throws ends the reading
     * @throws UnfitDatasetException if no table can be made of them
     */
    public DatasetReader(
            List<Variable> variables,
            @Nullable String weight,
            IntakeLimits limits,
            Helpers helpers,
            Runnable checkpoint) {
        this.variables = List.copyOf(variables);
        this.weight = weight;
        this.limits = limits;
        this.checkpoint = checkpoint;
        this.blocks = new OrderedTasks<>(helpers, this::count);
        requireDistinct(names(variables), Fault.VARIABLE_DUPLICATE);
        if (namesWith(Role.QUASI_IDENTIFIER).isEmpty()) {
            throw new UnfitDatasetException(Fault.NO_QUASI_IDENTIFIER, List.of());
        }
        if (namesWith(Role.PERSON_KEY).size() > 1) {
            throw new UnfitDatasetException(Fault.SEVERAL_PERSON_KEYS, namesWith(Role.PERSON_KEY));
        }
    }

    /**
     * Reads a CSV to its end.
     *
     * @throws MalformedDataException if it is no such CSV
     * @throws UnfitDatasetException if it does not fit the variables
     * @throws LimitExceededException if it is larger than the limits
     * @throws IOException if the stream fails
     */
    public static Dataset readCsv(InputStream in, CsvDialect dialect, List<Variable> variables, IntakeLimits limits)
            throws IOException {
        try (DatasetReader reader = new DatasetReader(variables, limits)) {
            CsvScanner.scan(in, dialect, limits, reader);
            return reader.dataset();
        }
    }

    @Override
    public void header(List<String> names) {
        // What names the variables only comes first: the columns may be the first record of data that have no header.
        requireNone(Fault.COLUMN_MISSING, names(variables), name -> !names.contains(name));
        requireDistinct(names, Fault.COLUMN_DUPLICATE);
        requireNone(
                Fault.COLUMN_WITHOUT_ROLE, names, column -> !names(variables).contains(column));
        counter = new RecordCounter(names, variables, weight, limits);
        columns = names.size();
    }

    @Override
    public void record(byte[] buffer, int[] starts, int[] ends, long line) {
        GatheredRecords gathering = gathered;
        if (gathering == null) {
            gathering = Objects.requireNonNullElseGet(idle.poll(), () -> new GatheredRecords(idle::add));
            gathering.begin(columns);
            gathered = gathering;
        }
        gathering.add(buffer, starts, ends, line);
        if (gathering.isEnough()) {
            gathered = null;
            records(gathering);
        }
    }

    @Override
    public void records(UncutRecords stretch) {
        RecordCounter coder = counter();
        inTurn(() -> blocks.add(() -> {
            try {
                return coder.code(stretch.cut());
            } finally {
                stretch.release();
            }
        }));
    }

    /** A stretch knows its own lines only; those before it have been counted when what is wrong with it is said. */
    private void inTurn(Runnable step) {
        try {
            step.run();
        } catch (MalformedDataException malformed) {
            throw malformed.after(lines);
        }
    }

    private void count(CodedRecords coded) {
        checkpoint.run();
        lines += coded.lineBreaks();
        counter().count(coded);
    }

    /**
     * The data set of all records fed.
     *
     * @throws MalformedDataException if one of them is malformed and it was not said yet
     * @throws UnfitDatasetException if there were none
     */
    public Dataset dataset() {
        if (gathered != null) {
            records(gathered);
        }
        inTurn(blocks::finish);
        if (counter == null || counter.records() == 0) {
            throw new UnfitDatasetException(Fault.NO_RECORDS, List.of());
        }
        return counter.dataset();
    }

    /** Ends the reading, wherever it is: no helper is at it any more. What was counted is lost unless it was asked for. */
    @Override
    public void close() {
        blocks.close();
    }

    private RecordCounter counter() {
        if (counter == null) {
            throw new IllegalStateException("a record came before the header");
        }
        return counter;
    }

    private List<String> namesWith(Role role) {
        return names(
                variables.stream().filter(variable -> variable.role() == role).toList());
    }

    private static List<String> names(List<Variable> variables) {
        return variables.stream().map(Variable::name).toList();
    }

    private static void requireDistinct(List<String> names, Fault fault) {
        Set<String> seen = new HashSet<>();
        requireNone(fault, names, name -> !seen.add(name));
    }

    private static void requireNone(Fault fault, List<String> names, Predicate<String> atFault) {
        List<String> found = names.stream().filter(atFault).distinct().toList();
        if (!found.isEmpty()) {
            throw new UnfitDatasetException(fault, found);
        }
    }
}
