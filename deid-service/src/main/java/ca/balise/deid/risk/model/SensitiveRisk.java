package ca.balise.deid.risk.model;

import ca.balise.deid.cells.model.CellTable;
import ca.balise.deid.cells.model.ValueCounts;
import ca.balise.deid.risk.model.SensitiveMeasures.RecursiveDiversity;
import ca.balise.deid.specification.model.Closeness;
import ca.balise.deid.specification.model.MeasureChoices;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The measures of all sensitive variables of a table.
 *
 * @param variables in its order
 * @param notMeasured why what is null is
 */
public record SensitiveRisk(List<SensitiveMeasures> variables, List<NotMeasured> notMeasured) {

    public SensitiveRisk {
        variables = List.copyOf(variables);
        notMeasured = List.copyOf(notMeasured);
    }

    static SensitiveRisk of(CellTable table, MeasureChoices choices) {
        List<NotMeasured> notMeasured = new ArrayList<>();
        return new SensitiveRisk(
                IntStream.range(0, table.sensitive().size())
                        .mapToObj(variable -> of(table, variable, choices, notMeasured))
                        .toList(),
                notMeasured);
    }

    private static SensitiveMeasures of(
            CellTable table, int variable, MeasureChoices choices, List<NotMeasured> notMeasured) {
        ValueCounts counts = table.sensitive().get(variable);
        String path = "sensitive[name=" + counts.variable() + "]";
        if (table.cells() == 0) {
            notMeasured.add(new NotMeasured(path, NotMeasuredReason.NO_CELL));
            return new SensitiveMeasures(
                    counts.variable(), 0, null, null, null, null, null, null, null, null, null, null, 0, 0, 0);
        }
        long[] totals = EarthMover.totals(counts);
        var diversity = new WorstDiversity(choices.recursiveC());
        var likeness = new WorstLikeness(counts, totals, table.records());
        var sharing = new SharedValues(table, variable);
        for (int cell = 0; cell < table.cells(); cell++) {
            diversity.meet(counts, cell);
            likeness.meet(cell, table.records(cell));
            sharing.meet(cell);
        }
        if (likeness.enhanced() == null) {
            notMeasured.add(new NotMeasured(path + ".enhancedBetaLikeness", NotMeasuredReason.NO_BOUND_HOLDS));
        }
        if (likeness.delta() == null) {
            notMeasured.add(new NotMeasured(path + ".deltaDisclosure", NotMeasuredReason.VALUE_ABSENT_FROM_A_CELL));
        }
        var closeness = choices.closeness().getOrDefault(counts.variable(), new Closeness.ByValues());
        var mover = new EarthMovers(counts, totals).of(closeness);
        Double farthest = null;
        switch (mover) {
            case EarthMovers.Outcome.Made made -> farthest = farthest(made.mover(), table.cells());
            case EarthMovers.Outcome.Refused refused ->
                notMeasured.add(new NotMeasured(path + ".closeness", refused.reason()));
        }
        return new SensitiveMeasures(
                counts.variable(),
                counts.distinct(),
                diversity.distinct(),
                diversity.entropy(),
                new RecursiveDiversity(choices.recursiveC(), diversity.recursive()),
                farthest,
                mover.distance(),
                likeness.basic(),
                likeness.enhanced(),
                likeness.delta(),
                likeness.deltaOfPresent(),
                sharing.largestShare(),
                sharing.homogeneousCells(),
                sharing.recordsInHomogeneousCells(),
                sharing.maybeHomogeneousCells());
    }

    private static double farthest(EarthMover mover, int cells) {
        return IntStream.range(0, cells).mapToDouble(mover::distance).max().orElseThrow();
    }
}
