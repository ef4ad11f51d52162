package ca.balise.deid.intake.model;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A sink that keeps everything, header first. */
final class CollectedRows implements RecordSink {

    final List<List<String>> rows = new ArrayList<>();
    final List<Long> lines = new ArrayList<>();
    private int columns;
    private long linesBefore;

    @Override
    public void header(List<String> names) {
        columns = names.size();
        rows.add(names);
    }

    @Override
    public void record(byte[] buffer, int[] starts, int[] ends, long line) {
        List<String> row = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            row.add(new String(buffer, starts[i], ends[i] - starts[i], StandardCharsets.UTF_8));
        }
        rows.add(row);
        lines.add(line);
    }

    @Override
    public void records(UncutRecords stretch) {
        try {
            RecordBlock block = stretch.cut();
            for (int record = 0; record < block.records(); record++) {
                int first = record * columns;
                record(
                        block.bytes(),
                        Arrays.copyOfRange(block.starts(), first, first + columns),
                        Arrays.copyOfRange(block.ends(), first, first + columns),
                        linesBefore + block.line(record));
            }
            if (block.fault() != null) {
                throw block.fault();
            }
            linesBefore += block.lineBreaks();
        } catch (MalformedDataException malformed) {
            throw malformed.after(linesBefore);
        } finally {
            stretch.release();
        }
    }
}
