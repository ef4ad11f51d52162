package ca.balise.deid.risk.model;

import ca.balise.deid.cells.model.CellSizes;
import ca.balise.deid.cells.model.CellTable;
import ca.balise.deid.cells.model.MemoryBudget;
import ca.balise.deid.cells.model.SamplingWeights;
import ca.balise.deid.cells.model.ValueCounts;
import ca.balise.deid.risk.model.PopulationMeasures.ExpectedRisk;
import ca.balise.deid.risk.model.PopulationMeasures.RiskFigures;
import ca.balise.deid.specification.model.Population;
import ca.balise.deid.specification.model.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The risk from attackers who do not know whether a person is in the data, and what it rests on.
 *
 * @param journalist who looks for any one person: 1/F; null where the population is unknown
 * @param marketer who wants as many as possible; null where the population is unknown
 * @param population what is known or estimated of it; null where it is unknown
 * @param notMeasured why what is null is
 */
public record PopulationRisk(
        @Nullable JournalistRisk journalist,
        @Nullable MarketerRisk marketer,
        @Nullable PopulationMeasures population,
        List<NotMeasured> notMeasured) {

    /** Up to this sampling fraction Pitman's model is chosen (Dankar et al. 2012, "decision rule"). */
    static final double SMALL_FRACTION = 0.1;

    private static final String JOURNALIST = "risk.journalist";
    private static final String MARKETER = "risk.marketer";
    private static final String POPULATION = "population";

    private static final String RISK_PAPERS =
            "Benedetti and Franconi, 1998; Polettini, Some remarks on the individual risk methodology, 2003";

    public PopulationRisk {
        notMeasured = List.copyOf(notMeasured);
    }

    /**
     * Measures.
     *
     * @param sizes the sizes of the cells of the sample
     * @param memory what the sizes of the population are claimed from meanwhile
     */
    public static PopulationRisk of(CellSizes sizes, Sample sample, MemoryBudget memory) {
        CellTable table = sizes.table();
        if (table.cells() == 0) {
            return unknown(NotMeasuredReason.NO_CELL);
        }
        if (sample.drawnAtRandom().isFalse()) {
            return unknown(NotMeasuredReason.NOT_A_RANDOM_SAMPLE);
        }
        if (sample.membershipKnown().isTrue()) {
            return unknown(NotMeasuredReason.MEMBERSHIP_KNOWN);
        }
        if (!sizes.isPartition()) {
            return unknown(NotMeasuredReason.CELLS_DO_NOT_PARTITION);
        }
        if (table.memberships() != table.persons()) {
            return unknown(NotMeasuredReason.PERSONS_IN_SEVERAL_CELLS);
        }
        return switch (sample.population()) {
            case Population.Unknown unknown -> unknown(NotMeasuredReason.POPULATION_UNKNOWN);
            case Population.Fraction fraction ->
                estimated(table, PopulationBasis.FRACTION, Math.round(table.persons() / fraction.value()));
            case Population.Size size ->
                size.persons() < table.persons()
                        ? unknown(NotMeasuredReason.POPULATION_SMALLER_THAN_SAMPLE)
                        : estimated(table, PopulationBasis.SIZE, size.persons());
            case Population.Weights weights -> within(memory, table, () -> weighted(table));
            case Population.Cells cells -> within(memory, table, () -> known(table, cells));
        };
    }

    private static PopulationRisk within(MemoryBudget memory, CellTable table, Supplier<PopulationRisk> measure) {
        long bytes = 2L * Double.BYTES * table.cells();
        if (!memory.claim(bytes)) {
            return unknown(NotMeasuredReason.NOT_ENOUGH_MEMORY);
        }
        try {
            return measure.get();
        } finally {
            memory.release(bytes);
        }
    }

    private static PopulationRisk unknown(NotMeasuredReason reason) {
        return new PopulationRisk(
                null,
                null,
                null,
                Stream.of(JOURNALIST, MARKETER, POPULATION)
                        .map(member -> new NotMeasured(member, reason))
                        .toList());
    }

    private static PopulationRisk known(CellTable table, Population.Cells population) {
        int[] columns =
                population.quasiIdentifiers().stream().mapToInt(table::indexOf).toArray();
        double[] persons = new double[table.cells()];
        for (int cell = 0; cell < persons.length; cell++) {
            List<String> values = table.cell(cell).values();
            List<String> key = Arrays.stream(columns).mapToObj(values::get).toList();
            long size = population.persons().getOrDefault(key, 0L);
            if (size < table.size(cell)) {
                return unknown(NotMeasuredReason.POPULATION_DOES_NOT_COVER_SAMPLE);
            }
            persons[cell] = size;
        }
        long uniques =
                population.persons().values().stream().filter(size -> size == 1).count();
        return new PopulationRisk(
                JournalistRisk.of(table, cell -> persons[cell]),
                MarketerRisk.of(table, cell -> persons[cell]),
                new PopulationMeasures(
                        PopulationBasis.KNOWN_CELLS,
                        population.size(),
                        (double) table.persons() / population.size(),
                        (long) Arrays.stream(persons).min().orElseThrow(),
                        null,
                        (double) uniques,
                        (double) uniques / population.size(),
                        List.of(),
                        null),
                List.of());
    }

    private static PopulationRisk weighted(CellTable table) {
        if (table.hasPersonKey()) {
            return unknown(NotMeasuredReason.WEIGHTS_WITH_PERSON_KEY);
        }
        ValueCounts counts =
                table.weights().orElseThrow(() -> new IllegalArgumentException("the table was built without weights"));
        SamplingWeights weights = SamplingWeights.of(counts);
        double[] persons = IntStream.range(0, table.cells())
                .mapToDouble(cell -> Math.max(weights.sum(cell), table.size(cell)))
                .toArray();
        double[] ascending = persons.clone();
        Arrays.sort(ascending);
        double size = Arrays.stream(ascending).sum();
        return weights.areEqual()
                ? estimated(table, PopulationBasis.WEIGHTS, Math.round(size), cell -> persons[cell])
                : estimated(
                        table,
                        PopulationBasis.WEIGHTS,
                        size,
                        cell -> persons[cell],
                        List.of(),
                        NotMeasuredReason.UNEQUAL_WEIGHTS);
    }

    private static PopulationRisk estimated(CellTable table, PopulationBasis basis, long size) {
        double times = (double) size / table.persons();
        return estimated(table, basis, size, cell -> table.size(cell) * times);
    }

    private static PopulationRisk estimated(
            CellTable table, PopulationBasis basis, long size, IntToDoubleFunction persons) {
        SampleSizes sample = new SampleSizes(table.histogram(), size);
        List<UniquesEstimate> estimates = Arrays.stream(PopulationModel.values())
                .map(model -> model.of(sample))
                .toList();
        return estimated(table, basis, (double) size, persons, estimates, NotMeasuredReason.NO_SOLUTION);
    }

    private static PopulationRisk estimated(
            CellTable table,
            PopulationBasis basis,
            double size,
            IntToDoubleFunction persons,
            List<UniquesEstimate> estimates,
            NotMeasuredReason otherwise) {
        double fraction = table.persons() / size;
        UniquesEstimate chosen = chosen(estimates, fraction);
        List<NotMeasured> notMeasured = new ArrayList<>();
        if (chosen == null) {
            notMeasured.add(new NotMeasured(POPULATION + ".populationUniques", otherwise));
        }
        for (UniquesEstimate estimate : estimates) {
            if (estimate.populationUniques() == null) {
                notMeasured.add(new NotMeasured(
                        POPULATION + ".estimates[model=" + estimate.model() + "]", NotMeasuredReason.NO_SOLUTION));
            }
        }
        return new PopulationRisk(
                JournalistRisk.of(table, persons),
                MarketerRisk.of(table, persons),
                new PopulationMeasures(
                        basis,
                        size,
                        fraction,
                        null,
                        chosen == null ? null : chosen.model(),
                        chosen == null ? null : chosen.populationUniques(),
                        chosen == null ? null : chosen.share(),
                        estimates,
                        new ExpectedRisk(
                                figures(
                                        table,
                                        cell -> IndividualRisk.exact(table.size(cell), persons.applyAsDouble(cell))),
                                figures(
                                        table,
                                        cell -> IndividualRisk.approximate(
                                                table.size(cell), persons.applyAsDouble(cell))),
                                RISK_PAPERS)),
                notMeasured);
    }

    /**
     * The rule of F. K. Dankar, K. El Emam, A. Neisa and T. Roffey, "Estimating the re-identification risk of clinical data sets", BMC
     * Medical Informatics and Decision Making 12:66, 2012: Pitman's model for sampling fractions up to a tenth, beyond it the lower of
     * the slide negative binomial and Zayatz's, which both tend to overestimate. Where the model chosen has no solution, Zayatz's,
     * which always has one.
     */
    private static @Nullable UniquesEstimate chosen(List<UniquesEstimate> estimates, double fraction) {
        if (estimates.isEmpty()) {
            return null;
        }
        UniquesEstimate zayatz = by(PopulationModel.ZAYATZ, estimates);
        UniquesEstimate other = by(
                fraction <= SMALL_FRACTION ? PopulationModel.PITMAN : PopulationModel.SLIDE_NEGATIVE_BINOMIAL,
                estimates);
        Double ofOther = other.populationUniques();
        Double ofZayatz = zayatz.populationUniques();
        if (ofOther == null) {
            return zayatz;
        }
        return fraction <= SMALL_FRACTION || ofZayatz == null || ofOther <= ofZayatz ? other : zayatz;
    }

    private static UniquesEstimate by(PopulationModel model, List<UniquesEstimate> estimates) {
        return estimates.stream()
                .filter(estimate -> estimate.model() == model)
                .findFirst()
                .orElseThrow();
    }

    private static RiskFigures figures(CellTable table, IntToDoubleFunction risk) {
        double maximum = 0;
        OrderlessSum sum = new OrderlessSum();
        for (int cell = 0; cell < table.cells(); cell++) {
            double ofCell = risk.applyAsDouble(cell);
            maximum = Math.max(maximum, ofCell);
            sum.add(ofCell * table.size(cell));
        }
        return new RiskFigures(maximum, sum.value() / table.persons(), sum.value());
    }
}
