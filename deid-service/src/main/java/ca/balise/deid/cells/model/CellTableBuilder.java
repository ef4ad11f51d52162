package ca.balise.deid.cells.model;

import ca.balise.deid.cells.model.LimitExceededException.Limit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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

    /** For a record without weight, where the table has none. */
    public static final int NO_WEIGHT = -1;

    /** Enough searches to wait side by side, few enough that they stay in the first cache. */
    private static final int BATCH = 128;

    private final CellLimits limits;
    private final int width;
    private final CellIndex index;
    private final SensitiveCounter[] sensitive;
    private final @Nullable PairCounter persons;

    /** For each sensitive variable who has which value; null where that is not kept. */
    private final @Nullable PersonLinks[] links;

    private final @Nullable PairCounter weights;
    private long records;

    private int batched;
    private final int[] quasiIdentifierBatch;
    private final int[][] sensitiveBatches;
    private final int[] personBatch = new int[BATCH];
    private final int[] weightBatch = new int[BATCH];
    private final int[] cellBatch = new int[BATCH];

    /**
     * @param quasiIdentifiers number of quasi-identifiers
     * @param sensitive names of the sensitive variables
     * @param personKey name of the person key, or null: then each record is a person
     * @param weight name of the variable that holds sampling weights, or null
     * @param memory what the builder claims its arrays from
     * @param linkMemory what it claims from to keep who has which sensitive value; it does without where that is not enough
     */
    public CellTableBuilder(
            int quasiIdentifiers,
            List<String> sensitive,
            @Nullable String personKey,
            @Nullable String weight,
            CellLimits limits,
            MemoryBudget memory,
            MemoryBudget linkMemory) {
        this.limits = limits;
        this.width = quasiIdentifiers;
        this.quasiIdentifierBatch = new int[BATCH * quasiIdentifiers];
        this.sensitiveBatches = new int[sensitive.size()][BATCH];
        this.index = new CellIndex(quasiIdentifiers, SensitiveCounter.NOTES * sensitive.size(), limits.cells(), memory);
        this.sensitive = IntStream.range(0, sensitive.size())
                .mapToObj(i -> new SensitiveCounter(
                        sensitive.get(i), index.rows(), quasiIdentifiers + 1 + SensitiveCounter.NOTES * i, memory))
                .toArray(SensitiveCounter[]::new);
        this.persons = personKey == null ? null : new PairCounter(personKey, memory);
        this.weights = weight == null ? null : new PairCounter(weight, memory);
        this.links = new PersonLinks[sensitive.size()];
        if (personKey != null) {
            Arrays.setAll(links, i -> PersonLinks.within(sensitive.get(i), linkMemory));
        }
    }

    /**
     * Counts one record. The arrays remain the caller's.
     *
     * @param quasiIdentifierCodes a code for each quasi-identifier
     * @param sensitiveCodes a code for each sensitive variable
     * @param person code of the person, or {@link #NO_PERSON}
     * @param weight code of the weight, or {@link #NO_WEIGHT}
     * @throws LimitExceededException if there is no room for it, or for one of the records shortly before it: they are counted in
     *     batches
     */
    public void add(int[] quasiIdentifierCodes, int[] sensitiveCodes, int person, int weight) {
        require(1);
        records++;
        System.arraycopy(quasiIdentifierCodes, 0, quasiIdentifierBatch, batched * width, width);
        for (int i = 0; i < sensitive.length; i++) {
            sensitiveBatches[i][batched] = sensitiveCodes[i];
        }
        personBatch[batched] = person;
        weightBatch[batched] = weight;
        batched++;
        if (batched == BATCH) {
            countBatch();
        }
    }

    /**
     * Counts records given by column. The arrays remain the caller's.
     *
     * @param quasiIdentifierCodes for each quasi-identifier a code for each record
     * @param sensitiveCodes for each sensitive variable a code for each record
     * @param personCodes of the persons; null where the table has no person key
     * @param weightCodes of the weights; null where it has none
     * @param count how many records
     * @throws LimitExceededException as {@link #add}
     */
    public void addEach(
            int[][] quasiIdentifierCodes,
            int[][] sensitiveCodes,
            int @Nullable [] personCodes,
            int @Nullable [] weightCodes,
            int count) {
        require(count);
        records += count;
        for (int from = 0; from < count; ) {
            int more = Math.min(BATCH - batched, count - from);
            for (int i = 0; i < width; i++) {
                int[] codes = quasiIdentifierCodes[i];
                int to = batched * width + i;
                for (int record = from; record < from + more; record++) {
                    quasiIdentifierBatch[to] = codes[record];
                    to += width;
                }
            }
            for (int i = 0; i < sensitive.length; i++) {
                System.arraycopy(sensitiveCodes[i], from, sensitiveBatches[i], batched, more);
            }
            if (personCodes != null) {
                System.arraycopy(personCodes, from, personBatch, batched, more);
            }
            if (weightCodes != null) {
                System.arraycopy(weightCodes, from, weightBatch, batched, more);
            }
            from += more;
            batched += more;
            if (batched == BATCH) {
                countBatch();
            }
        }
    }

    /**
     * Takes note of records that are in no cell, since they count towards the limit all the same.
     *
     * @throws LimitExceededException if there are more than the limit
     */
    public void leaveOut(int count) {
        require(count);
        records += count;
    }

    private void require(int more) {
        if (records + more > limits.records()) {
            throw new LimitExceededException(Limit.TOO_MANY_RECORDS, limits.records(), null);
        }
    }

    private void countBatch() {
        index.addEach(quasiIdentifierBatch, null, batched, cellBatch, 0);
        for (int i = 0; i < sensitive.length; i++) {
            sensitive[i].addEach(cellBatch, sensitiveBatches[i], batched);
            PersonLinks known = links[i];
            if (known != null) {
                known.addEach(cellBatch, sensitiveBatches[i], personBatch, batched);
            }
        }
        if (weights != null) {
            weights.addEach(cellBatch, weightBatch, batched);
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
     * @param weightDictionary of the codes of the weights, or null where there are none
     * @throws LimitExceededException if there is no room for the last records
     */
    public CellTable build(
            List<QuasiIdentifier> quasiIdentifiers,
            List<Dictionary> sensitiveDictionaries,
            @Nullable Dictionary personDictionary,
            @Nullable Dictionary weightDictionary) {
        countBatch();
        index.endSearch();
        int cells = index.rows().size();
        List<ValueCounts> counts = IntStream.range(0, sensitive.length)
                .mapToObj(i -> sensitive[i].counts(sensitiveDictionaries.get(i)))
                .toList();
        List<Optional<ValueCounts>> personsWith = IntStream.range(0, sensitive.length)
                .mapToObj(i -> personsWith(i, counts.get(i), personDictionary))
                .toList();
        return new CellTable(
                quasiIdentifiers,
                index.rows(),
                counts,
                counts(persons, personDictionary, cells),
                personsWith,
                counts(weights, weightDictionary, cells));
    }

    private static @Nullable ValueCounts counts(
            @Nullable PairCounter counter, @Nullable Dictionary dictionary, int cells) {
        return counter == null || dictionary == null ? null : counter.counts(dictionary, cells);
    }

    private Optional<ValueCounts> personsWith(int variable, ValueCounts values, @Nullable Dictionary persons) {
        PersonLinks known = links[variable];
        return known == null || persons == null ? Optional.empty() : known.byEntry(values, persons);
    }
}
