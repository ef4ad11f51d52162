package ca.balise.deid.intake.model;

import java.util.List;

/**
 * The data are well-formed but do not fit the variables described. Columns of the data are named only where all variables are among
 * them, so that the first record of data without a header is never taken for names.
 */
public final class UnfitDatasetException extends RuntimeException {

    /** Why; the name is the code on the wire. */
    public enum Fault {
        /** Columns of the data were given no role. */
        COLUMN_WITHOUT_ROLE,
        /** Variables have no column in the data. */
        COLUMN_MISSING,
        /** A name stands over two columns. */
        COLUMN_DUPLICATE,
        /** A variable is described twice. */
        VARIABLE_DUPLICATE,
        /** No variable is a quasi-identifier, so that there are no cells. */
        NO_QUASI_IDENTIFIER,
        /** More than one variable is the person key. */
        SEVERAL_PERSON_KEYS,
        /** The column of sampling weights holds something else than positive numbers. */
        WEIGHT_NOT_A_NUMBER,
        /** The data hold no record. */
        NO_RECORDS
    }

    private final Fault fault;
    private final List<String> columns;

    UnfitDatasetException(Fault fault, List<String> columns) {
        super(fault + (columns.isEmpty() ? "" : ": " + String.join(", ", columns)));
        this.fault = fault;
        this.columns = List.copyOf(columns);
    }

    public Fault fault() {
        return fault;
    }

    /** Names of all columns or variables at fault, in their order; empty if it is the data set as a whole. */
    public List<String> columns() {
        return columns;
    }
}
