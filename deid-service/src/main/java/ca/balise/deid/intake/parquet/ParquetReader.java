package ca.balise.deid.intake.parquet;

import ca.balise.deid.DeidProblem;
import ca.balise.deid.intake.DataProblems;
import ca.balise.deid.intake.model.IntakeLimits;
import ca.balise.deid.intake.model.MalformedDataException;
import ca.balise.deid.intake.model.MalformedDataException.Fault;
import ca.balise.deid.intake.model.RecordSink;
import ca.balise.kit.http.problem.ProblemException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBDriver;
import org.duckdb.DuckDBPreparedStatement;
import org.duckdb.DuckDBReadableVector;

/**
 * Reads a Parquet file record by record with DuckDB, each value as the text that a CSV would hold.
 *
 * <p>Each file has a database of its own, in memory, that may read this one file and nothing else: no other file, no network, no
 * extension, no temporary folder; one thread, and a bound on its memory. What DuckDB says of a file may quote values and paths: none of
 * it is passed on.
 *
 * <p>A record comes as one text and the lengths of its values: one call into native code a record, where one a value takes five times
 * as long.
 */
final class ParquetReader {

    /** How a Parquet file begins and ends; the other one, one whose footer is encrypted. */
    private static final String MAGIC = "PAR1";

    private static final String ENCRYPTED_MAGIC = "PARE";

    /** The shortest: two magics, an empty footer and its length. */
    private static final int SHORTEST = 12;

    /** Longer records are read value by value: joined, a chunk of two thousand of them would fill the memory outside the heap. */
    private static final int LONGEST_JOINED = 16 << 10;

    private final Path file;
    private final IntakeLimits limits;
    private final long memoryBytes;

    /**
     * A reader of one file.
     *
     * @param file its name holds no wildcard
     * @param memoryBytes what the reader may take outside the heap
     */
    ParquetReader(Path file, IntakeLimits limits, long memoryBytes) {
        this.file = file;
        this.limits = limits;
        this.memoryBytes = memoryBytes;
    }

    /**
     * Opens a database and closes it: the first in a process loads the native library, which takes a second.
     *
     * @throws SQLException if there is no such library for this machine
     */
    static void warm() throws SQLException {
        try (Connection first = connect();
                Statement statement = first.createStatement()) {
            statement.execute("select 1");
        }
    }

    /**
     * Feeds every record.
     *
     * @throws ProblemException 400, if it is no Parquet file or a damaged one; 422, if it holds what is not read here
     */
    void feed(RecordSink sink) throws IOException {
        requireParquet();
        try (DuckDBConnection database = connect()) {
            lockDown(database);
            read(database, sink);
        } catch (SQLException failure) {
            throw problem(failure);
        }
    }

    private void requireParquet() throws IOException {
        byte[] first = new byte[MAGIC.length()];
        byte[] last = new byte[MAGIC.length()];
        try (var bytes = new RandomAccessFile(file.toFile(), "r")) {
            if (bytes.length() < SHORTEST) {
                throw malformed("NOT_PARQUET");
            }
            bytes.readFully(first);
            bytes.seek(bytes.length() - last.length);
            bytes.readFully(last);
        }
        if (is(first, ENCRYPTED_MAGIC) || is(last, ENCRYPTED_MAGIC)) {
            throw malformed("PARQUET_ENCRYPTED");
        }
        if (!is(first, MAGIC)) {
            throw malformed("NOT_PARQUET");
        }
        if (!is(last, MAGIC)) {
            throw malformed("PARQUET_DAMAGED");
        }
    }

    private static boolean is(byte[] bytes, String magic) {
        return Arrays.equals(bytes, magic.getBytes(StandardCharsets.US_ASCII));
    }

    private static DuckDBConnection connect() throws SQLException {
        var asked = new Properties();
        asked.setProperty(DuckDBDriver.JDBC_STREAM_RESULTS, "true");
        // Not through DriverManager, which knows the drivers of one class loader only.
        if (new DuckDBDriver().connect("jdbc:duckdb:", asked) instanceof DuckDBConnection connection) {
            return connection;
        }
        throw new IllegalStateException("DuckDB answers with a connection of its own");
    }

    /** In this order: once configuration is locked nothing more can be set, and once access is off no path can be allowed. */
    private void lockDown(Connection database) throws SQLException {
        try (Statement statement = database.createStatement()) {
            for (String setting : List.of(
                    "autoinstall_known_extensions = false",
                    "autoload_known_extensions = false",
                    "threads = 1",
                    "memory_limit = '" + memoryBytes + "B'",
                    "temp_directory = ''",
                    "allowed_paths = [" + text(file.toString()) + "]",
                    "enable_external_access = false",
                    "lock_configuration = true")) {
                statement.execute("set " + setting);
            }
        }
    }

    private void read(DuckDBConnection database, RecordSink sink) throws SQLException {
        List<Column> columns = columns(database);
        if (columns.size() > limits.columns()) {
            throw MalformedDataException.inRecord(Fault.TOO_MANY_COLUMNS, 1);
        }
        // First whether the columns are those that were described: their names are told only then.
        sink.header(columns.stream().map(Column::name).toList());
        requireReadable(columns);
        long stated = records(database);
        long read = feed(database, columns, sink);
        if (read != stated) {
            throw malformed("PARQUET_DAMAGED");
        }
    }

    private List<Column> columns(Connection database) throws SQLException {
        List<Column> columns = new ArrayList<>();
        try (Statement statement = database.createStatement();
                ResultSet described = statement.executeQuery("describe select * from " + source())) {
            while (described.next()) {
                columns.add(new Column(described.getString(1), described.getString(2)));
            }
        }
        return columns;
    }

    private static void requireReadable(List<Column> columns) {
        List<String> unreadable = columns.stream()
                .filter(column -> !column.isReadable())
                .map(Column::name)
                .toList();
        if (!unreadable.isEmpty()) {
            throw DataProblems.unfit("UNSUPPORTED_COLUMN_TYPE", unreadable);
        }
    }

    private long records(Connection database) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet counted = statement.executeQuery("select coalesce(sum(num_rows), 0)::bigint from"
                        + " parquet_file_metadata(" + text(file.toString()) + ")")) {
            counted.next();
            return counted.getLong(1);
        }
    }

    private long feed(DuckDBConnection database, List<Column> columns, RecordSink sink) throws SQLException {
        var record = new Joined(columns.size(), limits.recordBytes());
        long records = 0;
        try (DuckDBPreparedStatement statement = database.prepare(query(columns));
                DuckDBChunkedResult chunks = statement.query()) {
            while (chunks.nextChunk()) {
                DuckDBDataChunkReader chunk = chunks.chunk();
                record.open(chunk);
                for (long row = 0; row < chunk.rowCount(); row++) {
                    records++;
                    record.read(row, records);
                    sink.record(record.buffer, record.starts, record.ends, records);
                }
            }
        }
        return records;
    }

    /** Column 0: the record as one text, null where it is long. Then the length of each value in bytes, then each value. */
    private String query(List<Column> columns) {
        String values = each(columns, i -> columns.get(i).expression() + " as v" + i);
        String lengths = each(columns, i -> "coalesce(strlen(v" + i + "), 0) as l" + i);
        String together =
                IntStream.range(0, columns.size()).mapToObj(i -> "l" + i).collect(Collectors.joining(" + "));
        return "select case when " + together + " <= " + LONGEST_JOINED + " then concat('', "
                + each(columns, i -> "v" + i)
                + ") end, " + each(columns, i -> "l" + i) + ", " + each(columns, i -> "v" + i)
                + " from (select " + lengths + ", " + each(columns, i -> "v" + i)
                + " from (select " + values + " from " + source() + "))";
    }

    private static String each(List<Column> columns, IntFunction<String> written) {
        return IntStream.range(0, columns.size()).mapToObj(written).collect(Collectors.joining(", "));
    }

    private String source() {
        return "read_parquet(" + text(file.toString()) + ", hive_partitioning = false)";
    }

    private static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    private static ProblemException malformed(String code) {
        return DataProblems.malformedParquet(code);
    }

    /** DuckDB tells kinds of failures apart by how their message begins, and in no other way. */
    private static RuntimeException problem(SQLException failure) {
        String message = String.valueOf(failure.getMessage());
        return message.contains("Out of Memory Error")
                ? new ProblemException(DeidProblem.PARQUET_PARTS_TOO_LARGE)
                : malformed("PARQUET_DAMAGED");
    }

    /** One record as DuckDB gives it. */
    private static final class Joined {

        private final int limit;
        private final int[] starts;
        private final int[] ends;
        private final DuckDBReadableVector[] lengths;
        private final DuckDBReadableVector[] values;
        private DuckDBReadableVector joined;
        private byte[] buffer = new byte[0];

        @SuppressWarnings("NullAway.Init") // a chunk is opened before a record is read
        Joined(int columns, int limit) {
            this.limit = limit;
            this.starts = new int[columns];
            this.ends = new int[columns];
            this.lengths = new DuckDBReadableVector[columns];
            this.values = new DuckDBReadableVector[columns];
        }

        void open(DuckDBDataChunkReader chunk) {
            joined = chunk.vector(0);
            for (int i = 0; i < lengths.length; i++) {
                lengths[i] = chunk.vector(1L + i);
                values[i] = chunk.vector(1L + lengths.length + i);
            }
        }

        void read(long row, long record) {
            long end = 0;
            for (int i = 0; i < lengths.length; i++) {
                starts[i] = (int) end;
                end += lengths[i].getLong(row);
                if (end > limit) {
                    throw MalformedDataException.inRecord(Fault.RECORD_TOO_LONG, record);
                }
                ends[i] = (int) end;
            }
            buffer = joined.isNull(row) ? join(row, (int) end) : bytes(joined, row);
        }

        private byte[] join(long row, int length) {
            byte[] whole = new byte[length];
            for (int i = 0; i < values.length; i++) {
                if (ends[i] > starts[i]) {
                    System.arraycopy(bytes(values[i], row), 0, whole, starts[i], ends[i] - starts[i]);
                }
            }
            return whole;
        }

        private static byte[] bytes(DuckDBReadableVector vector, long row) {
            return vector.getString(row).getBytes(StandardCharsets.UTF_8);
        }
    }
}
