package ca.balise.deid.intake.model;

import java.util.List;
import java.util.Optional;

/**
 * How a CSV is written. Fields that hold a delimiter, a quote or a line break stand in double quotes, a quote inside them doubled
 * (RFC 4180); lines end in CR LF, LF or CR.
 *
 * @param delimiter between two fields: an ASCII character other than a quote or a line break
 * @param encoding of the text
 * @param columns names of the columns in order, where the data have no header line; empty: the first line is the header
 */
public record CsvDialect(char delimiter, TextEncoding encoding, Optional<List<String>> columns) {

    /** Commas, UTF-8, a header line. */
    public static final CsvDialect DEFAULT = new CsvDialect(',', TextEncoding.UTF_8, Optional.empty());

    public CsvDialect {
        if (delimiter > 127 || delimiter == 0 || delimiter == '"' || delimiter == '\n' || delimiter == '\r') {
            throw new IllegalArgumentException("not a delimiter: character " + (int) delimiter);
        }
        columns = columns.map(List::copyOf);
    }
}
