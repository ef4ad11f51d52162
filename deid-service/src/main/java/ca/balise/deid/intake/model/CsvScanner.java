package ca.balise.deid.intake.model;

import static ca.balise.deid.intake.model.CsvMarks.CR;
import static ca.balise.deid.intake.model.CsvMarks.LF;
import static ca.balise.deid.intake.model.CsvMarks.QUOTE;

import ca.balise.deid.intake.model.MalformedDataException.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a CSV from a stream, once, and feeds its records to a sink. Strict: what RFC 4180 gives no meaning to is refused with its line,
 * not guessed at. Empty lines are skipped, as the FastCSV library does by default, except in data of one column, where one
 * could be a missing value: there it is refused, and a missing value is written {@code ""}. A byte order mark at the start is skipped.
 *
 * <p>It works a block at a time, in two steps: {@link CsvMarks} finds every delimiter, quote and line break, then fields are cut
 * between them. No byte is copied for a field, and nothing is allocated for a record. A record that a block cuts in two moves to the
 * front of the next one; the block grows only for a record longer than half of it, and up to the limit on records.
 */
public final class CsvScanner {

    private static final int BLOCK = 1 << 16;

    private static final int INCOMPLETE = -1;

    /** CR LF: what may follow the longest record allowed. */
    private static final int LINE_END = 2;

    private final InputStream in;
    private final RecordSink sink;
    private final IntakeLimits limits;
    private final byte delimiter;
    private final CsvMarks marks;
    private final int[] starts;
    private final int[] ends;

    /** Which fields of the record being read have doubled quotes. */
    private final boolean[] doubled;

    private boolean anyDoubled;
    private int breaksInQuotes;

    /** The first mark of the next record. */
    private int mark;

    private byte[] block;
    private int filled;
    private boolean ended;
    private boolean malformed;

    /** Names of the columns; null until the header is read. */
    private @Nullable List<String> names;

    /** How many fields a record has, or may have at most until the header is read. */
    private int columns;

    /** The line on which the next record begins. */
    private long line = 1;

    private CsvScanner(InputStream in, CsvDialect dialect, IntakeLimits limits, RecordSink sink, int blockSize) {
        this.in = dialect.encoding().toUtf8(in);
        this.sink = sink;
        this.limits = limits;
        this.delimiter = (byte) dialect.delimiter();
        this.marks = new CsvMarks(delimiter);
        this.columns = limits.columns();
        this.starts = new int[columns];
        this.ends = new int[columns];
        this.doubled = new boolean[columns];
        this.block = new byte[Math.min(blockSize, limits.recordBytes() + LINE_END)];
        dialect.columns().ifPresent(this::begin);
    }

    /**
     * Reads to the end of the stream, which stays open.
     *
     * @throws MalformedDataException if the data are no CSV of this dialect, or a record or the header exceeds a limit
     * @throws IOException if the stream fails
     */
    public static void scan(InputStream in, CsvDialect dialect, IntakeLimits limits, RecordSink sink)
            throws IOException {
        scan(in, dialect, limits, sink, BLOCK);
    }

    static void scan(InputStream in, CsvDialect dialect, IntakeLimits limits, RecordSink sink, int blockSize)
            throws IOException {
        new CsvScanner(in, dialect, limits, sink, blockSize).scan();
    }

    private void scan() throws IOException {
        fill();
        skipByteOrderMark();
        carry(readRecords());
        while (!ended) {
            fill();
            carry(readRecords());
        }
        if (malformed) {
            throw MalformedDataException.inRecord(Fault.MALFORMED_TEXT, line);
        }
        if (filled > 0) {
            throw MalformedDataException.inRecord(Fault.UNTERMINATED_QUOTE, line);
        }
    }

    /** Reads until the block is full or the stream ends. The last record is given a line end if it has none. */
    private void fill() throws IOException {
        try {
            while (!ended && filled < block.length) {
                int count = in.read(block, filled, block.length - filled);
                ended = count < 0;
                filled += Math.max(0, count);
            }
        } catch (CharacterCodingException e) {
            ended = true;
            malformed = true;
        }
        boolean openEnd = filled > 0 && block[filled - 1] != LF && block[filled - 1] != CR;
        if (ended && !malformed && openEnd) {
            block[filled++] = LF;
        }
    }

    private void skipByteOrderMark() {
        boolean marked = filled >= 3 && block[0] == (byte) 0xef && block[1] == (byte) 0xbb && block[2] == (byte) 0xbf;
        if (marked) {
            keepFrom(3);
        }
    }

    /** Keeps the beginning of a record whose end is not in the block yet, but for the CR of it perhaps. */
    private void carry(int from) {
        keepFrom(from);
        if (filled > limits.recordBytes() + 1) {
            throw MalformedDataException.inRecord(Fault.RECORD_TOO_LONG, line);
        }
        if (filled > block.length / 2) {
            block = Arrays.copyOf(block, Math.min(2 * block.length, limits.recordBytes() + LINE_END));
        }
    }

    private void keepFrom(int from) {
        filled -= from;
        System.arraycopy(block, from, block, 0, filled);
    }

    /** Feeds all whole records of the block to the sink; answers where the first incomplete one begins. */
    private int readRecords() {
        marks.find(block, filled);
        mark = 0;
        int start = 0;
        for (int next = readRecord(start); next != INCOMPLETE; next = readRecord(start)) {
            start = next;
        }
        return start;
    }

    /** Reads the record that begins here; answers where the next one does, or {@link #INCOMPLETE}. */
    private int readRecord(int from) {
        byte[] bytes = block;
        int[] places = marks.places();
        int count = marks.count();
        int next = mark;
        int fields = 0;
        int start = from;
        breaksInQuotes = 0;
        forgetDoubledQuotes();
        while (next < count) {
            int at = places[next++];
            if (fields == columns) {
                throw tooManyFields();
            }
            int end = at;
            if (bytes[at] == QUOTE) {
                if (at != start) {
                    throw fault(Fault.QUOTE_IN_UNQUOTED_FIELD, fields);
                }
                next = afterQuotes(next, fields);
                if (next == INCOMPLETE) {
                    return INCOMPLETE;
                }
                start++;
                end = places[next - 1];
                at = places[next++];
            }
            starts[fields] = start;
            ends[fields++] = end;
            start = at + 1;
            if (bytes[at] != delimiter) {
                boolean crLf = bytes[at] == CR && start < filled && bytes[start] == LF;
                boolean maybeCrLf = bytes[at] == CR && start == filled && !ended;
                if (maybeCrLf) {
                    return INCOMPLETE;
                }
                if (at > from) {
                    emit(fields, at - from);
                } else if (columns == 1 && names != null) {
                    // A missing value or nothing at all: which, decides how many records there are.
                    throw MalformedDataException.inRecord(Fault.EMPTY_LINE, line);
                }
                line += 1 + breaksInQuotes;
                mark = crLf ? next + 1 : next;
                return crLf ? start + 1 : start;
            }
        }
        return INCOMPLETE;
    }

    /**
     * Skips a text in quotes.
     *
     * @param next the mark after the opening quote
     * @return the mark after the closing quote, which ends the field; or {@link #INCOMPLETE}
     */
    private int afterQuotes(int next, int field) {
        int[] places = marks.places();
        int count = marks.count();
        for (int inside = next; inside < count; inside++) {
            int at = places[inside];
            int following = at + 1;
            if (block[at] == QUOTE) {
                if (following == filled) {
                    return INCOMPLETE;
                }
                if (inside + 1 == count || places[inside + 1] != following) {
                    throw fault(Fault.TEXT_AFTER_CLOSING_QUOTE, field);
                }
                if (block[following] != QUOTE) {
                    return inside + 1;
                }
                doubled[field] = true;
                anyDoubled = true;
                inside++;
            } else if (block[at] == LF || (block[at] == CR && (following == filled || block[following] != LF))) {
                breaksInQuotes++;
            }
        }
        return INCOMPLETE;
    }

    private void emit(int fields, int length) {
        if (length > limits.recordBytes()) {
            throw MalformedDataException.inRecord(Fault.RECORD_TOO_LONG, line);
        }
        if (anyDoubled) {
            for (int field = 0; field < fields; field++) {
                if (doubled[field]) {
                    undouble(field);
                }
            }
        }
        if (names == null) {
            begin(decodeNames(fields));
        } else if (fields < columns) {
            throw MalformedDataException.inRecord(Fault.TOO_FEW_FIELDS, line);
        } else {
            sink.record(block, starts, ends, line);
        }
    }

    /** Leaves one quote of each pair; the field becomes shorter in its place. */
    private void undouble(int field) {
        int to = starts[field];
        for (int at = starts[field]; at < ends[field]; at++) {
            block[to++] = block[at];
            if (block[at] == QUOTE) {
                at++;
            }
        }
        ends[field] = to;
    }

    private void forgetDoubledQuotes() {
        if (anyDoubled) {
            Arrays.fill(doubled, false);
            anyDoubled = false;
        }
    }

    private List<String> decodeNames(int fields) {
        List<String> decoded = new ArrayList<>();
        for (int field = 0; field < fields; field++) {
            if (!Utf8.isWellFormed(block, starts[field], ends[field])) {
                throw fault(Fault.MALFORMED_TEXT, field);
            }
            decoded.add(new String(block, starts[field], ends[field] - starts[field], StandardCharsets.UTF_8));
        }
        return decoded;
    }

    private void begin(List<String> header) {
        if (header.size() > limits.columns()) {
            throw MalformedDataException.inRecord(Fault.TOO_MANY_COLUMNS, line);
        }
        names = List.copyOf(header);
        columns = header.size();
        sink.header(names);
    }

    private MalformedDataException tooManyFields() {
        return MalformedDataException.inRecord(names == null ? Fault.TOO_MANY_COLUMNS : Fault.TOO_MANY_FIELDS, line);
    }

    private MalformedDataException fault(Fault fault, int field) {
        String name = names != null && field < names.size() ? names.get(field) : null;
        return MalformedDataException.inField(fault, line, field + 1, name);
    }
}
