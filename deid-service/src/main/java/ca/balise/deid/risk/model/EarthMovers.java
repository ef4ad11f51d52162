package ca.balise.deid.risk.model;

import ca.balise.deid.cells.model.ValueCounts;
import ca.balise.deid.specification.model.Closeness;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Makes the earth mover of a variable for a distance asked for, or says why there can be none. */
final class EarthMovers {

    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?");

    /** The range of larger numbers might be none. */
    private static final double LARGEST = 1e150;

    private final ValueCounts counts;
    private final long[] totals;
    private final long records;

    EarthMovers(ValueCounts counts, long[] totals) {
        this.counts = counts;
        this.totals = totals;
        this.records = Arrays.stream(totals).sum();
    }

    /** An earth mover with the distance it stands for, or the reason why there is none. */
    sealed interface Outcome {

        /** The distance that was taken, or asked for. */
        Closeness.Distance distance();

        /** What measures it. */
        record Made(Closeness.Distance distance, EarthMover mover) implements Outcome {}

        /** Why there is none. */
        record Refused(Closeness.Distance distance, NotMeasuredReason reason) implements Outcome {}
    }

    Outcome of(Closeness closeness) {
        return switch (closeness) {
            case Closeness.ByValues byValues ->
                areNumbers() ? numeric() : made(Closeness.Distance.EQUAL, new EqualEarthMover(counts, totals, records));
            case Closeness.Equal equal -> made(Closeness.Distance.EQUAL, new EqualEarthMover(counts, totals, records));
            case Closeness.Numeric numeric ->
                areNumbers() ? numeric() : refused(Closeness.Distance.NUMERIC, NotMeasuredReason.NOT_NUMBERS);
            case Closeness.Ordered ordered -> ordered(ordered.values());
            case Closeness.Hierarchical hierarchical -> hierarchical(hierarchical.ancestors());
        };
    }

    private static Outcome made(Closeness.Distance distance, EarthMover mover) {
        return new Outcome.Made(distance, mover);
    }

    private static Outcome refused(Closeness.Distance distance, NotMeasuredReason reason) {
        return new Outcome.Refused(distance, reason);
    }

    private IntStream occurring() {
        return IntStream.range(0, totals.length).filter(code -> totals[code] > 0);
    }

    private String value(int code) {
        return counts.dictionary().value(code);
    }

    private boolean areNumbers() {
        return occurring().allMatch(code -> NUMBER.matcher(value(code)).matches())
                && occurring().mapToDouble(this::number).allMatch(number -> Math.abs(number) <= LARGEST);
    }

    /** Zero has one sign. */
    private double number(int code) {
        return Double.parseDouble(value(code)) + 0.0;
    }

    private double[] numbers() {
        return occurring().mapToDouble(this::number).sorted().distinct().toArray();
    }

    private int[] placesOfNumbers(double[] line) {
        int[] places = new int[totals.length];
        occurring().forEach(code -> places[code] = Arrays.binarySearch(line, number(code)));
        return places;
    }

    private Outcome numeric() {
        double[] line = numbers();
        double range = line[line.length - 1] - line[0];
        double[] gaps = IntStream.range(1, line.length)
                .mapToDouble(i -> (line[i] - line[i - 1]) / range)
                .toArray();
        return made(
                Closeness.Distance.NUMERIC, new LineEarthMover(counts, totals, records, placesOfNumbers(line), gaps));
    }

    private Outcome ordered(List<String> row) {
        int[] places;
        int length;
        if (row.isEmpty()) {
            if (!areNumbers()) {
                return refused(Closeness.Distance.ORDERED, NotMeasuredReason.NOT_NUMBERS);
            }
            double[] line = numbers();
            places = placesOfNumbers(line);
            length = line.length;
        } else {
            Map<String, Integer> placeOf = new HashMap<>();
            row.forEach(value -> placeOf.putIfAbsent(value, placeOf.size()));
            if (!occurring().allMatch(code -> placeOf.containsKey(value(code)))) {
                return refused(Closeness.Distance.ORDERED, NotMeasuredReason.VALUES_OUTSIDE_ORDER);
            }
            places = IntStream.range(0, totals.length)
                    .map(code -> placeOf.getOrDefault(value(code), 0))
                    .toArray();
            length = placeOf.size();
        }
        double[] gaps = new double[length - 1];
        Arrays.fill(gaps, 1.0 / Math.max(1, gaps.length));
        return made(Closeness.Distance.ORDERED, new LineEarthMover(counts, totals, records, places, gaps));
    }

    private Outcome hierarchical(Map<String, List<String>> ancestors) {
        if (!occurring().allMatch(code -> ancestors.containsKey(value(code)))) {
            return refused(Closeness.Distance.HIERARCHICAL, NotMeasuredReason.VALUES_OUTSIDE_HIERARCHY);
        }
        int height = 1 + ancestors.values().iterator().next().size();
        int[][] branchOf = new int[height][totals.length];
        int branches = totals.length;
        for (int level = 0; level < height; level++) {
            Map<List<String>, Integer> numbers = new LinkedHashMap<>();
            for (int code = 0; code < totals.length; code++) {
                // A branch is the whole way up from it: two that have one name under different parents are two.
                List<String> path = ancestors.getOrDefault(value(code), List.of());
                List<String> branch =
                        level == 0 || path.isEmpty() ? List.of(value(code)) : path.subList(level - 1, path.size());
                branchOf[level][code] = numbers.computeIfAbsent(branch, unseen -> numbers.size());
            }
            branches = Math.max(branches, numbers.size());
        }
        return made(Closeness.Distance.HIERARCHICAL, new TreeEarthMover(counts, totals, records, branchOf, branches));
    }
}
