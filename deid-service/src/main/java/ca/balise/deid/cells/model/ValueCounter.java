package ca.balise.deid.cells.model;

import ca.balise.deid.cells.model.LimitExceededException.Limit;
import java.util.Arrays;

/** Gives each distinct value of one variable its code, and counts the records that have it. */
public final class ValueCounter {

    private final String variable;
    private final MemoryBudget memory;
    private final DictionaryBuilder values;
    private int[] records = new int[64];

    /**
     * @param variable name of the variable, for the message when a limit is reached
     * @param memory what it claims its arrays from
     */
    public ValueCounter(String variable, DictionaryLimits limits, MemoryBudget memory) {
        this.variable = variable;
        this.memory = memory;
        this.values = new DictionaryBuilder(variable, limits, memory);
    }

    /** Counts a record with the value {@code [from, to)} if it is known; answers its code, or {@link DictionaryBuilder#UNKNOWN}. */
    public int countKnown(byte[] buffer, int from, int to) {
        int code = values.find(buffer, from, to);
        if (code >= 0) {
            records[code]++;
        }
        return code;
    }

    /**
     * Counts a record with a value that is not known yet; answers its code.
     *
     * @throws LimitExceededException if there is no room for it
     */
    public int countNew(byte[] buffer, int from, int to) {
        int code = values.encode(buffer, from, to);
        if (code == records.length) {
            if (!memory.claim((long) code * Integer.BYTES)) {
                throw new LimitExceededException(Limit.TOO_MANY_VALUE_BYTES, code, variable);
            }
            records = Arrays.copyOf(records, 2 * code);
        }
        records[code]++;
        return code;
    }

    /** The values of the codes given so far. */
    public Dictionary dictionary() {
        return values.build();
    }

    /** Number of distinct values so far. */
    public int size() {
        return values.size();
    }

    /** Records with the value of this code. */
    public int records(int code) {
        return records[code];
    }

    /** What kinds of identifiers the values are: all of them, or the first in {@link ValueRank their rank}. */
    public Examination examine() {
        Dictionary dictionary = dictionary();
        if (dictionary.size() <= Examination.MAXIMUM_VALUES) {
            return Examination.of(dictionary, records);
        }
        ValueSample sample = new ValueSample(new SampleMemory(Long.MAX_VALUE, 1));
        for (int code = 0; code < dictionary.size(); code++) {
            dictionary.addTo(sample, code, records[code]);
        }
        return sample.examine();
    }
}
