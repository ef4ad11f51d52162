package ca.balise.deid.cells.model;

import ca.balise.deid.cells.model.LimitExceededException.Limit;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Builds a {@link CellTable} from records, one at a time, each given as codes. It counts them in batches: a search in a large table
 * waits for main memory, and the searches of a batch wait side by side. While it grows it holds, beyond what the table will,
 * 8 bytes a slot of its index (between 1.6 and 3.2 slots a cell), and 12 bytes a slot for the pairs of a cell and a sensitive value
 * or a person.
 */
public final class CellTableBuilder {

    /** For a record without person key, where the table has none. */
    public static final int NO_PERSON = -1;

    /** Enough searches to wait side by side, few enough that they stay in the first cache. */
    private static final int BATCH = 128;

    private final CellLimits limits;
    private final int width;
    private final CellIndex index;
    private final PairCounter[] sensitive;
    private final @Nullable PairCounter persons;
    private long records;

    private int batched;
    private final int[] quasiIdentifierBatch;
    private final int[][] sensitiveBatches;
    private final int[] personBatch = new int[BATCH];
    private final int[] cellBatch = new int[BATCH];

    /**
     * @param quasiIdentifiers number of quasi-identifiers
     * @param sensitive names of the sensitive variables
     * @param personKey name of the person key, or null: then each record is a person
     * @param memory what the builder claims its arrays from
     */
    public CellTableBuilder(
            int quasiIdentifiers,
            List<String> sensitive,
            @Nullable String personKey,
            CellLimits limits,
            MemoryBudget memory) {
        this.limits = limits;
        this.width = quasiIdentifiers;
        this.quasiIdentifierBatch = new int[BATCH * quasiIdentifiers];
        this.sensitiveBatches = new int[sensitive.size()][BATCH];
        this.index = new CellIndex(quasiIdentifiers, limits.cells(), memory);
        this.sensitive =
                sensitive.stream().map(name -> new PairCounter(name, memory)).toArray(PairCounter[]::new);
        this.persons = personKey == null ? null : new PairCounter(personKey, memory);
    }

    /**
     * Counts one record. The arrays remain the caller's.
     *
     * @param quasiIdentifierCodes a code for each quasi-identifier
     * @param sensitiveCodes a code for each sensitive variable
     * @param person code of the person, or {@link #NO_PERSON}
     * @throws LimitExceededException if there is no room for it, or for one of the records shortly before it: they are counted in
     *     batches
     */
    public void add(int[] quasiIdentifierCodes, int[] sensitiveCodes, int person) {
        if (records >= limits.records()) {
            throw new LimitExceededException(Limit.TOO_MANY_RECORDS, limits.records(), null);
        }
        records++;
        System.arraycopy(quasiIdentifierCodes, 0, quasiIdentifierBatch, batched * width, width);
        for (int i = 0; i < sensitive.length; i++) {
            sensitiveBatches[i][batched] = sensitiveCodes[i];
        }
        personBatch[batched] = person;
        batched++;
        if (batched == BATCH) {
            countBatch();
        }
    }

    private void countBatch() {
        index.addEach(quasiIdentifierBatch, batched, cellBatch);
        for (int i = 0; i < sensitive.length; i++) {
            sensitive[i].addEach(cellBatch, sensitiveBatches[i], batched);
        }
        if (persons != null) {
            persons.addEach(cellBatch, personBatch, batched);
        }
        batched = 0;
    }

    /**
     * The table. The builder is not used again.
     *
     * @param quasiIdentifiers with the dictionaries of the codes
     * @param sensitiveDictionaries of the codes of each sensitive variable
     * @param personDictionary of the codes of the persons, or null where there is no person key
     * @throws LimitExceededException if there is no room for the last records
     */
    public CellTable build(
            List<QuasiIdentifier> quasiIdentifiers,
            List<Dictionary> sensitiveDictionaries,
            @Nullable Dictionary personDictionary) {
        countBatch();
        int cells = index.rows().size();
        List<ValueCounts> counts = IntStream.range(0, sensitive.length)
                .mapToObj(i -> sensitive[i].counts(sensitiveDictionaries.get(i), cells))
                .toList();
        ValueCounts personCounts =
                persons == null || personDictionary == null ? null : persons.counts(personDictionary, cells);
        return new CellTable(quasiIdentifiers, index.rows(), counts, personCounts);
    }
}
