package ca.balise.deid.intake.model;

import static ca.balise.deid.intake.model.CsvMarks.CR;
import static ca.balise.deid.intake.model.CsvMarks.LF;
import static ca.balise.deid.intake.model.CsvMarks.QUOTE;

import ca.balise.deid.intake.model.MalformedDataException.Fault;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Bytes of a CSV, and the records cut out of them: {@link CsvMarks} finds every delimiter, quote and line break, then fields are cut
 * between them. No byte is copied for a field, and nothing is allocated for a record. Lines are counted from 1 in each stretch but the first, which counts those
 * before it too.
 */
final class CsvStretch implements UncutRecords {

    private static final int INCOMPLETE = -1;

    private final byte delimiter;
    private final int recordBytes;
    private final Consumer<CsvStretch> home;
    private final CsvMarks marks;
    private final RecordBlock block = new RecordBlock();

    private byte[] bytes;
    private int length;

    /** Names of the columns; null for the stretch of the header alone. */
    private @Nullable List<String> names;

    /** How many fields a record has, or the header may have. */
    private int columns;

    /** What is wrong with a last record that is incomplete, or with what follows the last one. */
    private @Nullable Ending ending;

    /** Whether more bytes may follow, so that a CR at the end may be half a line end. */
    private boolean open;

    private long line;
    private int mark;
    private int breaksInQuotes;

    /** Which fields of the record being read have doubled quotes; empty, as for nearly every record, where none has. */
    private boolean[] doubled = new boolean[0];

    private boolean anyDoubled;

    /**
     * Why the data end with this stretch.
     *
     * @param fault what is wrong with them
     * @param always whether it is also where the last record is complete
     */
    record Ending(Fault fault, boolean always) {}

    /**
     * @param size bytes that it holds at first
     * @param home where it goes when it is released
     */
    CsvStretch(byte delimiter, int recordBytes, int size, Consumer<CsvStretch> home) {
        this.delimiter = delimiter;
        this.recordBytes = recordBytes;
        this.home = home;
        this.marks = new CsvMarks(delimiter);
        this.bytes = new byte[size];
    }

    /** The bytes, to be filled by the reader. */
    byte[] bytes() {
        return bytes;
    }

    /** Room for more bytes; those that are there stay. */
    void grow(int size) {
        bytes = Arrays.copyOf(bytes, size);
    }

    /** States what of the bytes is to be cut, and on which line it begins. */
    void prepare(int filled, long firstLine, List<String> header, @Nullable Ending end) {
        open = false;
        length = filled;
        line = firstLine;
        names = header;
        columns = header.size();
        ending = end;
    }

    @Override
    public RecordBlock cut() {
        begin();
        try {
            cutAll();
            block.endAfter(line - 1);
        } catch (MalformedDataException malformed) {
            block.endWith(malformed);
        }
        return block;
    }

    private void cutAll() {
        int from = 0;
        while (from < length) {
            int next = readRecord(from);
            if (next == INCOMPLETE) {
                break;
            }
            from = next;
        }
        boolean incomplete = from < length;
        if (ending != null && (incomplete || ending.always())) {
            throw MalformedDataException.inRecord(ending.fault(), line);
        }
        if (incomplete) {
            throw new IllegalStateException("a stretch ends within a record");
        }
    }

    /**
     * Reads the header alone, and the empty lines before it.
     *
     * @param filled bytes so far
     * @param more whether others may follow
     * @param mostColumns how many it may have
     * @param firstLine the line on which they begin
     */
    Header header(int filled, boolean more, int mostColumns, long firstLine) {
        length = filled;
        open = more;
        line = firstLine;
        names = null;
        columns = mostColumns;
        begin();
        int from = 0;
        while (from < length && block.records() == 0) {
            int next = readRecord(from);
            if (next == INCOMPLETE) {
                break;
            }
            from = next;
        }
        return new Header(block.records() == 0 ? Optional.empty() : Optional.of(decodeNames()), from, line - 1);
    }

    /**
     * The header, or so much of what comes before it.
     *
     * @param names of the columns; empty if the header is not complete
     * @param end how many bytes were used
     * @param lines how many lines have ended there
     */
    record Header(Optional<List<String>> names, int end, long lines) {}

    @Override
    public void release() {
        home.accept(this);
    }

    private void begin() {
        mark = 0;
        marks.find(bytes, length);
        block.begin(bytes, columns);
    }

    /** Reads the record that begins here; answers where the next one does, or {@link #INCOMPLETE}. */
    private int readRecord(int from) {
        byte[] source = bytes;
        int[] places = marks.places();
        int count = marks.count();
        int first = block.next(columns);
        int[] starts = block.starts();
        int[] ends = block.ends();
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
            if (source[at] == QUOTE) {
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
            starts[first + fields] = start;
            ends[first + fields] = end;
            fields++;
            start = at + 1;
            if (source[at] != delimiter) {
                boolean crLf = source[at] == CR && start < length && source[start] == LF;
                boolean maybeCrLf = source[at] == CR && start == length && open;
                if (maybeCrLf) {
                    return INCOMPLETE;
                }
                if (at > from) {
                    take(fields, at - from);
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
            if (bytes[at] == QUOTE) {
                if (following == length) {
                    return INCOMPLETE;
                }
                if (inside + 1 == count || places[inside + 1] != following) {
                    throw fault(Fault.TEXT_AFTER_CLOSING_QUOTE, field);
                }
                if (bytes[following] != QUOTE) {
                    return inside + 1;
                }
                hasDoubledQuotes(field);
                inside++;
            } else if (bytes[at] == LF || (bytes[at] == CR && (following == length || bytes[following] != LF))) {
                breaksInQuotes++;
            }
        }
        return INCOMPLETE;
    }

    private void hasDoubledQuotes(int field) {
        if (field >= doubled.length) {
            doubled = Arrays.copyOf(doubled, Math.max(field + 1, columns));
        }
        doubled[field] = true;
        anyDoubled = true;
    }

    private void take(int fields, int recordLength) {
        if (recordLength > recordBytes) {
            throw MalformedDataException.inRecord(Fault.RECORD_TOO_LONG, line);
        }
        if (anyDoubled) {
            undoubleAll();
        }
        if (names == null) {
            columns = fields;
        } else if (fields < columns) {
            throw MalformedDataException.inRecord(Fault.TOO_FEW_FIELDS, line);
        }
        block.add(line);
    }

    private void undoubleAll() {
        int first = block.next(columns);
        for (int field = 0; field < Math.min(columns, doubled.length); field++) {
            if (doubled[field]) {
                undouble(first + field);
            }
        }
    }

    private void forgetDoubledQuotes() {
        if (anyDoubled) {
            Arrays.fill(doubled, false);
            anyDoubled = false;
        }
    }

    /** Leaves one quote of each pair; the field becomes shorter in its place. */
    private void undouble(int field) {
        int to = block.starts()[field];
        for (int at = to; at < block.ends()[field]; at++) {
            bytes[to++] = bytes[at];
            if (bytes[at] == QUOTE) {
                at++;
            }
        }
        block.ends()[field] = to;
    }

    private List<String> decodeNames() {
        List<String> decoded = new ArrayList<>();
        for (int field = 0; field < columns; field++) {
            int from = block.starts()[field];
            int to = block.ends()[field];
            if (!Utf8.isWellFormed(bytes, from, to)) {
                throw fault(Fault.MALFORMED_TEXT, field);
            }
            decoded.add(new String(bytes, from, to - from, StandardCharsets.UTF_8));
        }
        return decoded;
    }

    private MalformedDataException tooManyFields() {
        return MalformedDataException.inRecord(names == null ? Fault.TOO_MANY_COLUMNS : Fault.TOO_MANY_FIELDS, line);
    }

    private MalformedDataException fault(Fault fault, int field) {
        String name = names != null && field < names.size() ? names.get(field) : null;
        return MalformedDataException.inField(fault, line, field + 1, name);
    }
}
