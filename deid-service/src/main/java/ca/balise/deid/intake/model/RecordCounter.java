package ca.balise.deid.intake.model;

import ca.balise.deid.cells.model.CellTable;
import ca.balise.deid.cells.model.CellTableBuilder;
import ca.balise.deid.cells.model.ColumnProfile;
import ca.balise.deid.cells.model.MemoryBudget;
import ca.balise.deid.cells.model.QuasiIdentifier;
import ca.balise.deid.cells.model.SamplingWeights;
import ca.balise.deid.intake.model.UnfitDatasetException.Fault;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The loop over records: each field to its column, the codes of the quasi-identifiers to the table. */
final class RecordCounter {

    /** The profiles of columns outside the table get one part in so many of the memory, and do without when it is used up. */
    private static final int PROFILES_PART = 4;

    /** Who has which sensitive value gets one part in so many, where there is a person key. */
    private static final int LINKS_PART = 8;

    private static final int NONE = -1;

    private final List<Variable> variables;
    private final ColumnReader[] columns;
    private final int[] quasiIdentifiers;
    private final int[] sensitive;
    private final int personKey;
    private final int weight;
    private final MemoryBudget tableMemory;
    private final CellTableBuilder table;

    private final int[] codes;
    private final int[] quasiIdentifierCodes;
    private final int[] sensitiveCodes;
    private long records;
    private long suppressed;

    /**
     * @param names of the columns, in the order of the data
     * @param variables the same, in an order of their own, with their roles
     * @param weight name of the column of sampling weights, or null
     */
    RecordCounter(List<String> names, List<Variable> variables, @Nullable String weight, IntakeLimits limits) {
        this.variables = variables;
        this.quasiIdentifiers = places(names, Role.QUASI_IDENTIFIER);
        this.sensitive = places(names, Role.SENSITIVE);
        this.personKey =
                Arrays.stream(places(names, Role.PERSON_KEY)).findFirst().orElse(NONE);
        this.weight = weight == null ? NONE : names.indexOf(weight);
        long profileBytes = Math.max(1, limits.memoryBytes() / PROFILES_PART);
        long linkBytes = personKey == NONE || sensitive.length == 0 ? 0 : limits.memoryBytes() / LINKS_PART;
        MemoryBudget profileMemory = new MemoryBudget(profileBytes);
        this.tableMemory = new MemoryBudget(Math.max(1, limits.memoryBytes() - profileBytes - linkBytes));
        this.codes = new int[names.size()];
        this.quasiIdentifierCodes = new int[quasiIdentifiers.length];
        this.sensitiveCodes = new int[sensitive.length];
        this.columns = new ColumnReader[names.size()];
        for (int i = 0; i < columns.length; i++) {
            String name = names.get(i);
            columns[i] = isInTable(i)
                    ? ColumnReader.keeping(name, i + 1, limits.dictionaries(), tableMemory)
                    : ColumnReader.profiling(name, i + 1, profileMemory);
        }
        this.table = new CellTableBuilder(
                quasiIdentifiers.length,
                Arrays.stream(sensitive).mapToObj(names::get).toList(),
                personKey == NONE ? null : names.get(personKey),
                weight,
                limits.cells(),
                tableMemory,
                new MemoryBudget(Math.max(1, linkBytes)));
    }

    void add(byte[] buffer, int[] starts, int[] ends, long line) {
        for (int i = 0; i < columns.length; i++) {
            codes[i] = columns[i].read(buffer, starts[i], ends[i], line);
        }
        records++;
        if (isSuppressed()) {
            suppressed++;
            return;
        }
        gather(quasiIdentifiers, quasiIdentifierCodes);
        gather(sensitive, sensitiveCodes);
        table.add(
                quasiIdentifierCodes,
                sensitiveCodes,
                personKey == NONE ? CellTableBuilder.NO_PERSON : codes[personKey],
                weight == NONE ? CellTableBuilder.NO_WEIGHT : codes[weight]);
    }

    long records() {
        return records;
    }

    Dataset dataset() {
        CellTable cells = table.build(
                Arrays.stream(quasiIdentifiers)
                        .mapToObj(i -> new QuasiIdentifier(columns[i].name(), columns[i].dictionary()))
                        .toList(),
                Arrays.stream(sensitive).mapToObj(i -> columns[i].dictionary()).toList(),
                personKey == NONE ? null : columns[personKey].dictionary(),
                weight == NONE ? null : columns[weight].dictionary());
        requireWeights(cells);
        List<ColumnProfile> profiles =
                Arrays.stream(columns).map(column -> column.profile(records)).toList();
        return new Dataset(cells, profiles, suppressed, tableMemory);
    }

    /** A record whose weight is not known stands for an unknown number of persons: no size of the population follows. */
    private void requireWeights(CellTable cells) {
        if (cells.weights().isPresent()
                && !SamplingWeights.areNumbers(cells.weights().get())) {
            throw new UnfitDatasetException(Fault.WEIGHT_NOT_A_NUMBER, List.of(columns[weight].name()));
        }
    }

    private boolean isSuppressed() {
        for (int place : quasiIdentifiers) {
            if (codes[place] != columns[place].suppressedCode()) {
                return false;
            }
        }
        return true;
    }

    private void gather(int[] places, int[] gathered) {
        for (int i = 0; i < places.length; i++) {
            gathered[i] = codes[places[i]];
        }
    }

    private boolean isInTable(int place) {
        return place == personKey
                || place == weight
                || Arrays.stream(quasiIdentifiers).anyMatch(i -> i == place)
                || Arrays.stream(sensitive).anyMatch(i -> i == place);
    }

    private int[] places(List<String> names, Role role) {
        return variables.stream()
                .filter(variable -> variable.role() == role)
                .mapToInt(variable -> names.indexOf(variable.name()))
                .toArray();
    }
}
