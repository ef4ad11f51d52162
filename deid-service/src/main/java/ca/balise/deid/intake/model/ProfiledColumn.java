package ca.balise.deid.intake.model;

import ca.balise.deid.cells.model.ColumnProfile;
import ca.balise.deid.cells.model.DictionaryBuilder;
import ca.balise.deid.cells.model.Examination;
import ca.balise.deid.cells.model.SampleMemory;
import ca.balise.deid.cells.model.ValueSample;

/** A column outside the table, of which only the profile is wanted. Its values have no codes. */
final class ProfiledColumn extends ColumnReader {

    private final ValueSample values;

    ProfiledColumn(String name, int column, SampleMemory memory) {
        super(name, column);
        this.values = new ValueSample(memory);
    }

    @Override
    int readField(RecordBlock block, int record, byte[] bytes, int from, int to) {
        if (from == to) {
            return ValueSample.LEFT_OUT;
        }
        int code = values.countKnown(bytes, from, to, 1);
        if (code < 0) {
            requireText(block, record, bytes, from, to);
        }
        if (code == DictionaryBuilder.UNKNOWN) {
            values.countNew(bytes, from, to, 1);
        }
        return code;
    }

    @Override
    ColumnProfile profile(long records) {
        int distinct = values.size();
        boolean exact = values.isWhole();
        Examination examination = values.examine();
        return new ColumnProfile(
                name(), records, missing(), exact ? distinct : examination.values(), exact, examination);
    }
}
