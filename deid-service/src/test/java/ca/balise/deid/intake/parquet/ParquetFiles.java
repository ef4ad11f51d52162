package ca.balise.deid.intake.parquet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.duckdb.DuckDBDriver;

/** Parquet files for tests, made with DuckDB. */
public final class ParquetFiles {

    private ParquetFiles() {}

    /** Writes what a query answers. */
    public static void write(Path file, String query) throws SQLException {
        write(file, query, "compression zstd");
    }

    static void write(Path file, String query, String option, String... before) throws SQLException {
        try (Connection database = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
                Statement statement = database.createStatement()) {
            for (String first : before) {
                statement.execute(first);
            }
            statement.execute("copy (" + query + ") to '" + file + "' (format parquet, " + option + ")");
        }
    }

    /** The bytes of a file with what a query answers. */
    public static byte[] of(String query) throws SQLException, IOException {
        Path file = Files.createTempFile("test", ".parquet");
        try {
            write(file, query);
            return Files.readAllBytes(file);
        } finally {
            Files.delete(file);
        }
    }
}
