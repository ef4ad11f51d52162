package ca.balise.deid.intake.model;

import static ca.balise.deid.intake.model.CsvMarks.CR;
import static ca.balise.deid.intake.model.CsvMarks.LF;
import static ca.balise.deid.intake.model.CsvMarks.QUOTE;

import ca.balise.deid.intake.model.CsvStretch.Ending;
import ca.balise.deid.intake.model.CsvStretch.Header;
import ca.balise.deid.intake.model.MalformedDataException.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Reads a CSV from a stream, once, and gives it to a sink in stretches of whole records. Strict: what RFC 4180 gives no meaning to is
 * refused with its line, not guessed at. Empty lines are skipped, as the FastCSV library does by default, except in data of one
 * column, where one could be a missing value: there it is refused, and a missing value is written {@code ""}. A byte order mark at the
 * start is skipped.
 *
 * <p>Here a stretch only gets its end: the last line break before which the quotes are even, since a break in quotes has an odd number
 * of them before it. Cutting the records apart, and finding what is wrong with them, is left to {@link CsvStretch}, whoever does it.
 * Where quotes are misplaced their number misleads, and no end may be found; the stretch that begins with the misplaced one is cut all
 * the same, and says so.
 *
 * <p>A record that the stretch cuts in two moves to the front of the next one; stretches grow only for a record longer than half of
 * them, and up to the limit on records.
 */
public final class CsvScanner {

    /** What is cut at once: few enough bytes to stay in the cache of a processor with what is made of them. */
    private static final int STRETCH = 1 << 17;

    /** CR LF: what may follow the longest record allowed. */
    private static final int LINE_END = 2;

    private final InputStream in;
    private final RecordSink sink;
    private final IntakeLimits limits;
    private final byte delimiter;
    private final int size;

    /** Stretches that were given back. */
    private final Queue<CsvStretch> idle = new ConcurrentLinkedQueue<>();

    private CsvStretch current;
    private int filled;

    /** How many quotes stand in what is filled. */
    private int quotes;

    /** How many lines of the header, and empty ones before it, the first stretch has before it. */
    private long lines;

    private boolean ended;
    private boolean malformed;

    private CsvScanner(InputStream in, CsvDialect dialect, IntakeLimits limits, RecordSink sink, int stretchSize) {
        this.in = dialect.encoding().toUtf8(in);
        this.sink = sink;
        this.limits = limits;
        this.delimiter = (byte) dialect.delimiter();
        this.size = Math.min(stretchSize, longest());
        this.current = newStretch();
    }

    /**
     * Reads to the end of the stream, which stays open.
     *
     * @throws MalformedDataException if the data are no CSV of this dialect, or a record or the header exceeds a limit
     * @throws IOException if the stream fails
     */
    public static void scan(InputStream in, CsvDialect dialect, IntakeLimits limits, RecordSink sink)
            throws IOException {
        scan(in, dialect, limits, sink, STRETCH);
    }

    static void scan(InputStream in, CsvDialect dialect, IntakeLimits limits, RecordSink sink, int stretchSize)
            throws IOException {
        new CsvScanner(in, dialect, limits, sink, stretchSize).scan(dialect);
    }

    private void scan(CsvDialect dialect) throws IOException {
        fill();
        skipByteOrderMark();
        List<String> names = dialect.columns().orElse(null);
        if (names == null) {
            names = readHeader();
        } else if (names.size() > limits.columns()) {
            throw MalformedDataException.inRecord(Fault.TOO_MANY_COLUMNS, 1);
        }
        if (names != null) {
            sink.header(names);
            readRecords(names);
        }
    }

    /** The header; null where there are no data. */
    private @Nullable List<String> readHeader() throws IOException {
        while (true) {
            Header header = current.header(filled, !ended, limits.columns(), lines + 1);
            keepFrom(header.end());
            lines = header.lines();
            if (header.names().isPresent()) {
                return header.names().get();
            }
            Ending ending = ending();
            if (ending != null && (filled > 0 || ending.always())) {
                throw MalformedDataException.inRecord(ending.fault(), lines + 1);
            }
            if (ended) {
                return null;
            }
            readOn();
        }
    }

    private void readRecords(List<String> names) throws IOException {
        while (true) {
            int end = ended ? 0 : endOfLastRecord();
            if (end > 0) {
                give(end, names);
            }
            Ending ending = ending();
            if (ending != null) {
                giveLast(names, ending);
                return;
            }
            readOn();
        }
    }

    /** Why no more is read: the data have ended, or what is left cannot become a record; null if there is no reason. */
    private @Nullable Ending ending() {
        if (malformed) {
            return new Ending(Fault.MALFORMED_TEXT, true);
        }
        if (ended) {
            return new Ending(Fault.UNTERMINATED_QUOTE, false);
        }
        // The CR of it, perhaps, aside.
        return filled > limits.recordBytes() + 1 ? new Ending(Fault.RECORD_TOO_LONG, true) : null;
    }

    /** After the last line break that is in no quotes, as far as their number tells; 0 if there is none. */
    private int endOfLastRecord() {
        byte[] bytes = current.bytes();
        int before = quotes;
        for (int at = filled - 1; at >= 0; at--) {
            byte b = bytes[at];
            if (b == QUOTE) {
                before--;
            } else if (before % 2 == 0 && (b == LF || (b == CR && at + 1 < filled && bytes[at + 1] != LF))) {
                return at + 1;
            }
        }
        return 0;
    }

    /** Gives the sink what comes before {@code end}, and goes on with the rest in another stretch. */
    private void give(int end, List<String> names) {
        CsvStretch whole = current;
        CsvStretch next = idle.poll();
        if (next == null) {
            next = newStretch();
        }
        int rest = filled - end;
        if (rest > next.bytes().length) {
            next.grow(whole.bytes().length);
        }
        System.arraycopy(whole.bytes(), end, next.bytes(), 0, rest);
        quotes = CsvMarks.countQuotes(next.bytes(), 0, rest);
        current = next;
        filled = rest;
        whole.prepare(end, lines + 1, names, null);
        lines = 0;
        sink.records(whole);
    }

    private void giveLast(List<String> names, Ending ending) {
        current.prepare(filled, lines + 1, names, ending);
        sink.records(current);
    }

    /** Reads more behind what is there. */
    private void readOn() throws IOException {
        int length = current.bytes().length;
        if (filled > length / 2) {
            current.grow(Math.min(2 * length, longest()));
        }
        fill();
    }

    /** Reads until the stretch is full or the stream ends. The last record is given a line end if it has none. */
    private void fill() throws IOException {
        byte[] bytes = current.bytes();
        int from = filled;
        try {
            while (!ended && filled < bytes.length) {
                int count = in.read(bytes, filled, bytes.length - filled);
                ended = count < 0;
                filled += Math.max(0, count);
            }
        } catch (CharacterCodingException e) {
            ended = true;
            malformed = true;
        }
        boolean openEnd = filled > 0 && bytes[filled - 1] != LF && bytes[filled - 1] != CR;
        if (ended && !malformed && openEnd) {
            bytes[filled++] = LF;
        }
        quotes += CsvMarks.countQuotes(bytes, from, filled);
    }

    private void skipByteOrderMark() {
        byte[] bytes = current.bytes();
        boolean marked = filled >= 3 && bytes[0] == (byte) 0xef && bytes[1] == (byte) 0xbb && bytes[2] == (byte) 0xbf;
        if (marked) {
            keepFrom(3);
        }
    }

    private void keepFrom(int from) {
        byte[] bytes = current.bytes();
        filled -= from;
        System.arraycopy(bytes, from, bytes, 0, filled);
        quotes = CsvMarks.countQuotes(bytes, 0, filled);
    }

    private CsvStretch newStretch() {
        return new CsvStretch(delimiter, limits.recordBytes(), size, this::takeBack);
    }

    /** One that grew for a long record is let go: few are, and all would be that large in the end. */
    private void takeBack(CsvStretch stretch) {
        if (stretch.bytes().length <= size) {
            idle.add(stretch);
        }
    }

    /** Bytes that the longest record takes, and some for the next one to be seen behind it. */
    private int longest() {
        return limits.recordBytes() + LINE_END;
    }
}
