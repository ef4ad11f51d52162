package ca.balise.deid.intake.model;

import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The data are not what they are said to be. It says where and why, and never holds a value. */
public final class MalformedDataException extends RuntimeException {

    /** Why; the name is the code on the wire. */
    public enum Fault {
        /** A record has fewer fields than there are columns. */
        TOO_FEW_FIELDS,
        /** A record has more fields than there are columns. */
        TOO_MANY_FIELDS,
        /** A quote stands in a field that does not begin with one. */
        QUOTE_IN_UNQUOTED_FIELD,
        /** A field in quotes goes on after the closing one. */
        TEXT_AFTER_CLOSING_QUOTE,
        /** A field in quotes does not end. */
        UNTERMINATED_QUOTE,
        /** An empty line in data of one column, where it could be a missing value. */
        EMPTY_LINE,
        /** Bytes that are no text in the encoding given. */
        MALFORMED_TEXT,
        /** A record is longer than {@link IntakeLimits#recordBytes()}. */
        RECORD_TOO_LONG,
        /** There are more columns than {@link IntakeLimits#columns()}. */
        TOO_MANY_COLUMNS
    }

    private final Fault fault;
    private final long line;
    private final int column;
    private final @Nullable String columnName;

    private MalformedDataException(Fault fault, long line, int column, @Nullable String columnName) {
        super(fault + " in the record that begins on line " + line + (column == 0 ? "" : ", column " + column));
        this.fault = fault;
        this.line = line;
        this.column = column;
        this.columnName = columnName;
    }

    /** A fault of a whole record. */
    public static MalformedDataException inRecord(Fault fault, long line) {
        return new MalformedDataException(fault, line, 0, null);
    }

    /**
     * A fault in a field.
     *
     * @param column from 1
     * @param columnName null in a header, or past the last column
     */
    public static MalformedDataException inField(Fault fault, long line, int column, @Nullable String columnName) {
        return new MalformedDataException(fault, line, column, columnName);
    }

    /** The same, after so many lines that were not counted yet. */
    MalformedDataException after(long lines) {
        return lines == 0 ? this : new MalformedDataException(fault, lines + line, column, columnName);
    }

    /** Whether a reader comes upon this one first; null is none. */
    boolean isBefore(@Nullable MalformedDataException other) {
        return other == null || line < other.line || (line == other.line && column < other.column);
    }

    public Fault fault() {
        return fault;
    }

    /**
     * The line, from 1, on which the faulty record begins; a record with line breaks in quotes covers several. Lines are counted as an
     * editor does, by CR LF, LF or CR, in or out of quotes. For JSON the record's number, from 1.
     */
    public long line() {
        return line;
    }

    /** The place of the faulty field in its record, from 1. */
    public OptionalInt column() {
        return column == 0 ? OptionalInt.empty() : OptionalInt.of(column);
    }

    /** The name of the faulty field's column. */
    public Optional<String> columnName() {
        return Optional.ofNullable(columnName);
    }
}
