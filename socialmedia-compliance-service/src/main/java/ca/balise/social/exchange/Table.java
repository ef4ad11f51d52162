package ca.balise.social.exchange;

import ca.balise.kit.http.problem.CommonProblem;
import ca.balise.kit.http.problem.ProblemException;
import ca.balise.social.ComplianceProblem;
import ca.balise.social.exchange.model.IssueCode;
import ca.balise.social.exchange.model.Tally;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A table in CSV (RFC 4180, UTF-8, with or without a byte order mark) as it arrives, by the names of its columns, in whichever order
 * they stand. It is read to its end before anything is done with it, so what it may hold is bounded.
 *
 * @param lines its rows that have all the columns that are needed
 */
record Table(List<Line> lines) {

    /** The whole list of the Government of Canada has a quarter of a mebibyte; a caller's rows are held at once, with others'. */
    static final long MOST_BYTES = 4L << 20;

    /** Ten times the whole list; each row becomes a record of the audit in one transaction. */
    static final int MOST_ROWS = 20_000;

    private static final int MOST_FIELDS = 64;

    /** As long as an address may be, and twice over; a field that never closes its quote ends here. */
    private static final int LONGEST_FIELD = 4_096;

    private static final int LONGEST_HEAD = 100;

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

    /**
     * A row.
     *
     * @param number the line of the file on which it begins
     * @param values by the name of the column; runs of spaces are one space, and there is none at either end
     */
    record Line(long number, Map<String, String> values) {

        /** The value of a column; empty where the table has no such column. */
        String value(String column) {
            return values.getOrDefault(column, "");
        }
    }

    /** What a table may have for columns. */
    record Columns(List<String> needed, List<String> known) {

        boolean knows(String column) {
            return needed.contains(column) || known.contains(column);
        }
    }

    /**
     * Reads a table.
     *
     * @param tally hears of each row and of what is wrong with its form
     * @throws ProblemException 413 beyond {@link #MOST_BYTES}; 422 if it is no table, not in UTF-8, or has too many rows
     */
    static Table read(InputStream body, Columns columns, Tally tally) {
        List<Line> lines = new ArrayList<>();
        Map<Integer, String> head = null;
        int rows = 0;
        Bounded bounded = new Bounded(body);
        try (CsvReader<CsvRecord> records = reader(bounded)) {
            try {
                for (CsvRecord record : records) {
                    if (head == null) {
                        head = head(record, columns, tally);
                        continue;
                    }
                    if (rows++ == MOST_ROWS) {
                        throw new ProblemException(ComplianceProblem.TOO_MANY_ROWS, MOST_ROWS);
                    }
                    Line line = line(record, head, columns, tally);
                    if (line != null) {
                        lines.add(line);
                    }
                }
            } catch (CsvParseException | UncheckedIOException broken) {
                // A body that is too large is that first, however early the parser gave up.
                bounded.transferTo(OutputStream.nullOutputStream());
                throw refusal(broken);
            }
        } catch (IOException broken) {
            throw refusal(broken);
        }
        // A quotation mark left open takes every row after it for one field, and the parser does not mind.
        if (head == null || bounded.quotes % 2 != 0) {
            throw new ProblemException(ComplianceProblem.INVALID_TABLE);
        }
        return new Table(lines);
    }

    private static CsvReader<CsvRecord> reader(Bounded body) {
        Reader text = new InputStreamReader(
                body,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
        return CsvReader.builder()
                .commentStrategy(CommentStrategy.NONE)
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .build(
                        CsvRecordHandler.builder()
                                .maxFields(MOST_FIELDS)
                                .maxFieldSize(LONGEST_FIELD)
                                .maxRecordSize(MOST_FIELDS * LONGEST_FIELD)
                                .build(),
                        text);
    }

    /** What the parser ran into is a cause of what it throws; its own message quotes the text. */
    private static ProblemException refusal(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException known) {
                return known;
            }
            if (cause instanceof CharacterCodingException) {
                return new ProblemException(ComplianceProblem.NOT_UTF8);
            }
        }
        return new ProblemException(ComplianceProblem.INVALID_TABLE);
    }

    private static Map<Integer, String> head(CsvRecord record, Columns columns, Tally tally) {
        Map<Integer, String> head = new LinkedHashMap<>();
        List<String> unknown = new ArrayList<>();
        for (int i = 0; i < record.getFieldCount(); i++) {
            String name = plain(i == 0 ? withoutMark(record.getField(0)) : record.getField(i));
            if (name.length() > LONGEST_HEAD || head.containsValue(name)) {
                throw new ProblemException(ComplianceProblem.INVALID_TABLE);
            }
            head.put(i, name);
            if (!columns.knows(name)) {
                unknown.add(name);
            }
        }
        // Their names are not repeated: a file without a head has a row there.
        if (!unknown.isEmpty()) {
            tally.flag(1, IssueCode.UNKNOWN_COLUMN, null, unknown.size());
        }
        for (String needed : columns.needed()) {
            if (!head.containsValue(needed)) {
                tally.reject(1, IssueCode.MISSING_COLUMN, needed);
            }
        }
        return head;
    }

    private static @Nullable Line line(CsvRecord record, Map<Integer, String> head, Columns columns, Tally tally) {
        long number = record.getStartingLineNumber();
        tally.row(number);
        // A table that lacks a column lacks it in each row; that is said once.
        if (tally.isRejected(1)) {
            tally.reject(number);
            return null;
        }
        if (record.getFieldCount() > head.size()) {
            tally.reject(number, IssueCode.EXTRA_FIELD, null, head.size());
            return null;
        }
        Map<String, String> values = new HashMap<>();
        head.forEach((place, name) -> {
            if (place < record.getFieldCount()) {
                values.put(name, plain(SafeCell.read(record.getField(place))));
            } else if (columns.needed().contains(name)) {
                tally.reject(number, IssueCode.MISSING_COLUMN, name);
            }
        });
        return tally.isRejected(number) ? null : new Line(number, values);
    }

    /** No-break spaces and line breaks within a name are spaces; they come from pages that lists are copied from. */
    private static String plain(String text) {
        return SPACES.matcher(text).replaceAll(" ").strip();
    }

    private static String withoutMark(String text) {
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    /** Counts what arrives and the quotation marks in it, and stops. */
    private static final class Bounded extends FilterInputStream {

        private long left = MOST_BYTES;
        private long quotes;

        Bounded(InputStream body) {
            super(body);
        }

        @Override
        public int read() throws IOException {
            int read = in.read();
            count(read < 0 ? 0 : 1);
            quotes += read == '"' ? 1 : 0;
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = in.read(buffer, offset, length);
            count(Math.max(read, 0));
            for (int i = offset; i < offset + read; i++) {
                quotes += buffer[i] == '"' ? 1 : 0;
            }
            return read;
        }

        private void count(int read) {
            left -= read;
            if (left < 0) {
                throw new ProblemException(CommonProblem.PAYLOAD_TOO_LARGE);
            }
        }
    }
}
