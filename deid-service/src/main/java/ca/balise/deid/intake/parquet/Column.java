package ca.balise.deid.intake.parquet;

import java.util.Set;

/**
 * A column of a Parquet file.
 *
 * @param name as it stands in the file
 * @param type as DuckDB calls it, such as {@code DECIMAL(5,2)}
 */
record Column(String name, String type) {

    private static final Set<String> INTEGERS = Set.of(
            "TINYINT",
            "SMALLINT",
            "INTEGER",
            "BIGINT",
            "HUGEINT",
            "UTINYINT",
            "USMALLINT",
            "UINTEGER",
            "UBIGINT",
            "UHUGEINT");

    private static final Set<String> FLOATS = Set.of("FLOAT", "DOUBLE");

    private static final Set<String> TIMESTAMPS =
            Set.of("TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS", "TIMESTAMP WITH TIME ZONE");

    /** Of a column without any value. */
    private static final String NOTHING = "\"NULL\"";

    private static final Set<String> PLAIN = Set.of("BOOLEAN", "VARCHAR", "DATE", "TIME", "UUID", NOTHING);

    /** Whether its values have one text each; bytes have none, and what is nested has no place in a table. */
    boolean isReadable() {
        return INTEGERS.contains(type)
                || FLOATS.contains(type)
                || TIMESTAMPS.contains(type)
                || PLAIN.contains(type)
                || (type.startsWith("DECIMAL(") && type.endsWith(")"));
    }

    /**
     * SQL for the text of its values; null for a missing one.
     *
     * <ul>
     *   <li>integers and booleans: {@code 40}, {@code true};
     *   <li>decimals: with the scale of their column, {@code 1.50};
     *   <li>floating point: the shortest digits that give the number back, and always a point or an exponent: {@code 40.0}, {@code
     *       0.1}, {@code 1e+16}; zero has no sign, and NaN, by which data frames mark what is missing, is missing;
     *   <li>dates and times: ISO 8601, {@code 2020-01-02}, {@code 2020-01-02T03:04:05.6}; an instant in UTC, {@code
     *       2020-01-02T01:04:05Z};
     *   <li>texts: as they are; an empty one is missing, as everywhere.
     * </ul>
     */
    String expression() {
        String column = '"' + name.replace("\"", "\"\"") + '"';
        String text = "cast(" + column + " as varchar)";
        if (FLOATS.contains(type)) {
            return "case when isnan(" + column + ") then null when " + column + " = 0 then '0.0' else " + text + " end";
        }
        if (type.equals("TIMESTAMP WITH TIME ZONE")) {
            // Its microseconds, taken as those of UTC: written as it is, it would be in the zone of the machine.
            return "replace(cast(make_timestamp(epoch_us(" + column + ")) as varchar), ' ', 'T') || 'Z'";
        }
        return TIMESTAMPS.contains(type) ? "replace(" + text + ", ' ', 'T')" : text;
    }
}
