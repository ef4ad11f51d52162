package ca.balise.deid.cells.model;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Some distinct values of one column with the number of records that have each: all of them, or as many as there is room for of those
 * that come first in {@link ValueRank their rank}. A value in the sample at the end was in it since it first came, so its records are
 * all counted, and the sample is the same for any order of the records.
 */
public final class ValueSample {

    /** For a value that the sample has no room for. */
    public static final int LEFT_OUT = -2;

    private final SampleMemory memory;
    private DictionaryBuilder values = DictionaryBuilder.unlimited("");
    private int[] records = new int[64];
    private long bytes;

    /** What it has taken of the memory. */
    private long taken;

    /** Ranks below it, unsigned, are in the sample; meaningless while nothing was left out. */
    private long bound;

    private boolean cut;

    /** @param memory which bounds it, and the samples of other columns */
    public ValueSample(SampleMemory memory) {
        this.memory = memory;
    }

    /** While values come, there is room for half as many again, so that they are not sorted each time. */
    static long withSlack(long amount) {
        return amount + amount / 2;
    }

    /**
     * Counts records with the value {@code [from, to)} if it is known or left out.
     *
     * @return its code, {@link #LEFT_OUT}, or {@link DictionaryBuilder#UNKNOWN}
     */
    public int countKnown(byte[] buffer, int from, int to, int more) {
        if (cut && Long.compareUnsigned(ValueRank.of(buffer, from, to), bound) >= 0) {
            return LEFT_OUT;
        }
        int code = values.find(buffer, from, to);
        if (code >= 0) {
            records[code] += more;
        }
        return code;
    }

    /** Counts records with a value that is not known yet. */
    public void countNew(byte[] buffer, int from, int to, int more) {
        int code = values.encode(buffer, from, to);
        if (code == records.length) {
            records = Arrays.copyOf(records, 2 * code);
        }
        records[code] = more;
        bytes += to - from;
        if (!cut) {
            taken += memory.use(to - from);
        }
        if (values.size() > withSlack(memory.values()) || bytes > withSlack(memory.valueBytes())) {
            if (!cut) {
                memory.useAll(taken);
            }
            cut();
        }
    }

    /** Distinct values in it. */
    public int size() {
        return values.size();
    }

    /** Whether no value was left out. */
    public boolean isWhole() {
        return !cut;
    }

    /** What kinds of identifiers its values are. Nothing is counted after. */
    public Examination examine() {
        if (values.size() > memory.values() || bytes > memory.valueBytes()) {
            cut();
        }
        return Examination.of(values.build(), records);
    }

    /** Leaves the first in rank that there is room for without slack. Of values of one rank all are kept or none. */
    private void cut() {
        Dictionary all = values.build();
        long[] ranks = IntStream.range(0, all.size()).mapToLong(all::rank).toArray();
        bound = bound(all, ranks);
        cut = true;
        int[] recordsOfAll = records;
        values = DictionaryBuilder.unlimited("");
        records = new int[64];
        bytes = 0;
        for (int code = 0; code < ranks.length; code++) {
            if (Long.compareUnsigned(ranks[code], bound) < 0) {
                all.addTo(this, code, recordsOfAll[code]);
            }
        }
    }

    /** The rank of the first value that there is no room for. */
    private long bound(Dictionary all, long[] ranks) {
        int[] byRank = inOrder(ranks);
        int mostValues = memory.values();
        long mostBytes = memory.valueBytes();
        long bytesOfFirst = 0;
        for (int i = 0; i < byRank.length; i++) {
            bytesOfFirst += all.length(byRank[i]);
            if (i == mostValues || bytesOfFirst > mostBytes) {
                return ranks[byRank[i]];
            }
        }
        throw new IllegalStateException("there is room for all");
    }

    private static int[] inOrder(long[] ranks) {
        return IntStream.range(0, ranks.length)
                .boxed()
                .sorted((left, right) -> Long.compareUnsigned(ranks[left], ranks[right]))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
