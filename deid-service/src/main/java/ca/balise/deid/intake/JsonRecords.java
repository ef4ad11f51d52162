package ca.balise.deid.intake;

import ca.balise.deid.intake.model.RecordSink;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Records written as JSON objects, one member a column, read token by token. A member that is absent or {@code null} is a missing
 * value; a number is taken as it is written.
 */
public final class JsonRecords implements RecordSource {

    private final JsonParser json;
    private final List<String> columns;
    private final Map<String, Integer> positions = new HashMap<>();
    private final int limit;
    private final CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder();
    private byte[] buffer = new byte[4 << 10];
    private int used;

    /**
     * @param json stands before the first object of an array or of a sequence of lines
     * @param columns the names of the variables; an object with another member is refused
     * @param recordBytes the most that the values of one object may hold together
     */
    public JsonRecords(JsonParser json, List<String> columns, int recordBytes) {
        this.json = json;
        this.columns = List.copyOf(columns);
        this.limit = recordBytes;
        for (int i = 0; i < columns.size(); i++) {
            positions.put(columns.get(i), i);
        }
    }

    @Override
    public void feed(RecordSink sink) throws IOException {
        sink.header(columns);
        int[] starts = new int[columns.size()];
        int[] ends = new int[columns.size()];
        for (JsonToken token = json.nextToken();
                token != null && token != JsonToken.END_ARRAY;
                token = json.nextToken()) {
            int line = line();
            if (token != JsonToken.START_OBJECT) {
                throw DataProblems.malformed("NOT_AN_OBJECT", line, null, null);
            }
            readObject(line, starts, ends);
            sink.record(buffer, starts, ends, line);
        }
    }

    private int line() {
        return json.currentTokenLocation().getLineNr();
    }

    private void readObject(int line, int[] starts, int[] ends) throws IOException {
        used = 0;
        Arrays.fill(starts, 0);
        Arrays.fill(ends, 0);
        int member = 0;
        while (json.nextToken() != JsonToken.END_OBJECT) {
            member++;
            Integer position = positions.get(json.currentName());
            if (position == null) {
                // Its name is the caller's data, such as a number that keys a row: only its place is told.
                throw DataProblems.malformed("UNKNOWN_COLUMN", line, null, member);
            }
            JsonToken value = json.nextToken();
            starts[position] = used;
            if (value.isStructStart()) {
                throw DataProblems.malformed("NESTED_VALUE", line, columns.get(position), member);
            }
            if (value != JsonToken.VALUE_NULL) {
                append(json.getText(), line, columns.get(position));
            }
            ends[position] = used;
        }
    }

    private void append(String value, int line, String name) {
        if (!encoder.canEncode(value)) {
            // Half a surrogate pair is no character; replaced, two different values would become one.
            throw DataProblems.malformed("MALFORMED_TEXT", line, name, null);
        }
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > limit - used) {
            throw DataProblems.malformed("RECORD_TOO_LONG", line, name, null);
        }
        if (used + bytes.length > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(used + bytes.length, Math.min(limit, buffer.length * 2)));
        }
        System.arraycopy(bytes, 0, buffer, used, bytes.length);
        used += bytes.length;
    }
}
