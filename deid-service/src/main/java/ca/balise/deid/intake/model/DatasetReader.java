package ca.balise.deid.intake.model;

import ca.balise.deid.cells.model.LimitExceededException;
import ca.balise.deid.intake.model.UnfitDatasetException.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Counts records into a {@link Dataset} as they come, whatever format they come from. An empty field is a missing value, and missing
 * is a value of its own here (what else it may match is a matter of {@link ca.balise.deid.cells.model.CellSizes}); records without a person key count as one person in each cell, as they may be.
 *
 * <p>Each column of the data must have a role, and each variable a column. After an exception the reader is not used again.
 */
public final class DatasetReader implements RecordSink {

    private final List<Variable> variables;
    private final @Nullable String weight;
    private final IntakeLimits limits;
    private @Nullable RecordCounter counter;

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
        this.variables = List.copyOf(variables);
        this.weight = weight;
        this.limits = limits;
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
        DatasetReader reader = new DatasetReader(variables, limits);
        CsvScanner.scan(in, dialect, limits, reader);
        return reader.dataset();
    }

    @Override
    public void header(List<String> columns) {
        // What names the variables only comes first: the columns may be the first record of data that have no header.
        requireNone(Fault.COLUMN_MISSING, names(variables), name -> !columns.contains(name));
        requireDistinct(columns, Fault.COLUMN_DUPLICATE);
        requireNone(
                Fault.COLUMN_WITHOUT_ROLE, columns, column -> !names(variables).contains(column));
        counter = new RecordCounter(columns, variables, weight, limits);
    }

    @Override
    public void record(byte[] buffer, int[] starts, int[] ends, long line) {
        if (counter == null) {
            throw new IllegalStateException("a record came before the header");
        }
        counter.add(buffer, starts, ends, line);
    }

    /**
     * The data set of all records fed.
     *
     * @throws UnfitDatasetException if there were none
     */
    public Dataset dataset() {
        if (counter == null || counter.records() == 0) {
            throw new UnfitDatasetException(Fault.NO_RECORDS, List.of());
        }
        return counter.dataset();
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
