package ca.balise.deid.risk.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ca.balise.deid.cells.model.CellLimits;
import ca.balise.deid.cells.model.CellTable;
import ca.balise.deid.cells.model.CellTableBuilder;
import ca.balise.deid.cells.model.DictionaryBuilder;
import ca.balise.deid.cells.model.DictionaryLimits;
import ca.balise.deid.cells.model.MemoryBudget;
import ca.balise.deid.cells.model.QuasiIdentifier;
import ca.balise.deid.intake.model.Role;
import ca.balise.deid.intake.model.Variable;
import ca.balise.deid.specification.model.Closeness;
import ca.balise.deid.specification.model.Closeness.Distance;
import ca.balise.deid.specification.model.MeasureChoices;
import ca.balise.deid.specification.model.MissingValues;
import ca.balise.deid.specification.model.Sample;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Compared with the published definitions, written down once more over plain lists of values. */
class SensitiveRiskTest {

    /** The salaries of N. Li et al., "t-Closeness", ICDE 2007, table 4, in thousands. */
    private static final String SALARIES = """
            4767* 3
            4767* 4
            4767* 5
            4790* 6
            4790* 11
            4790* 8
            4760* 7
            4760* 9
            4760* 10
            """;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void measuresWhatTheDefinitionsSay(long seed) {
        Rows rows = Rows.random(seed, 150, false).over(List.of("b", "d"));
        SortedMap<String, Double> all = shares(column(rows.values(), rows, "x"));

        SensitiveMeasures x = measured(rows, 2, Map.of()).variables().getFirst();

        Collection<SortedMap<String, Double>> cells = cells(rows, "x");
        assertThat(x.distinctDiversity())
                .isEqualTo(cells.stream().mapToInt(Map::size).min().orElseThrow());
        assertThat(x.entropyDiversity())
                .isCloseTo(
                        cells.stream()
                                .mapToDouble(cell -> Math.exp(-cell.values().stream()
                                        .mapToDouble(p -> p * Math.log(p))
                                        .sum()))
                                .min()
                                .orElseThrow(),
                        within(1e-12));
        assertThat(x.closeness()).isCloseTo(worst(cells, cell -> equalDistance(cell, all)), within(1e-12));
        assertThat(x.closenessDistance()).isEqualTo(Distance.EQUAL);
        double basic = worst(
                cells,
                cell -> cell.entrySet().stream()
                        .mapToDouble(entry -> (entry.getValue() - all.get(entry.getKey())) / all.get(entry.getKey()))
                        .max()
                        .orElseThrow());
        assertThat(x.basicBetaLikeness()).isCloseTo(basic, within(1e-12));
        boolean bounded = cells.stream()
                .allMatch(cell -> cell.entrySet().stream()
                        .allMatch(entry -> (entry.getValue() - all.get(entry.getKey())) / all.get(entry.getKey())
                                <= -Math.log(all.get(entry.getKey()))));
        assertThat(x.enhancedBetaLikeness() != null).isEqualTo(bounded);
        double delta = worst(
                cells,
                cell -> cell.entrySet().stream()
                        .mapToDouble(entry -> Math.abs(Math.log(entry.getValue() / all.get(entry.getKey()))))
                        .max()
                        .orElseThrow());
        assertThat(x.deltaDisclosureOfPresent()).isCloseTo(delta, within(1e-12));
        assertThat(x.deltaDisclosure() != null)
                .isEqualTo(cells.stream().allMatch(cell -> cell.keySet().equals(all.keySet())));
        assertThat(x.largestShare())
                .isCloseTo(
                        worst(
                                cells,
                                cell -> cell.values().stream()
                                        .mapToDouble(p -> p)
                                        .max()
                                        .orElseThrow()),
                        within(1e-15));
        assertThat(x.recursiveDiversity()).isEqualTo(new SensitiveMeasures.RecursiveDiversity(2, recursive(rows, 2)));
        assertThat(x.homogeneousCells())
                .isEqualTo((int) cells.stream().filter(cell -> cell.size() == 1).count());
    }

    /** The greatest l that holds, trying each. */
    private static int recursive(Rows rows, double c) {
        int greatest = 0;
        for (int l = 1; l <= 10; l++) {
            int least = l;
            boolean holds = rows.groups(rows.names(Role.QUASI_IDENTIFIER)).values().stream()
                    .allMatch(cell -> {
                        List<Long> counts = column(cell, rows, "x").stream()
                                .collect(Collectors.groupingBy(value -> value, Collectors.counting()))
                                .values()
                                .stream()
                                .sorted(Comparator.reverseOrder())
                                .toList();
                        long tail = counts.stream()
                                .skip(least - 1L)
                                .mapToLong(count -> count)
                                .sum();
                        return counts.getFirst() < c * tail;
                    });
            greatest = holds ? l : greatest;
        }
        return greatest;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void movesEarthAlongALine(long seed) {
        Rows rows = Rows.random(seed, 150, false);
        SortedMap<Double, Double> all = numbers(shares(column(rows.values(), rows, "y")));
        List<Double> line = List.copyOf(all.keySet());
        double range = line.getLast() - line.getFirst();

        SensitiveMeasures byRange = measured(rows, 3, Map.of()).variables().getLast();
        SensitiveMeasures byRank = measured(rows, 3, Map.of("y", new Closeness.Ordered(List.of())))
                .variables()
                .getLast();

        List<SortedMap<Double, Double>> cells =
                cells(rows, "y").stream().map(SensitiveRiskTest::numbers).toList();
        assertThat(byRange.closenessDistance()).isEqualTo(Distance.NUMERIC);
        assertThat(byRange.closeness())
                .isCloseTo(
                        worst(cells, cell -> work(cell, all, line, i -> (line.get(i + 1) - line.get(i)) / range)),
                        within(1e-12));
        assertThat(byRank.closenessDistance()).isEqualTo(Distance.ORDERED);
        assertThat(byRank.closeness())
                .isCloseTo(worst(cells, cell -> work(cell, all, line, i -> 1.0 / (line.size() - 1))), within(1e-12));
    }

    /** Σ_i d_i·|Σ_{j≤i} (p_j - q_j)|. */
    private static double work(
            SortedMap<Double, Double> cell,
            SortedMap<Double, Double> all,
            List<Double> line,
            java.util.function.IntToDoubleFunction gap) {
        double carried = 0;
        double work = 0;
        for (int i = 0; i + 1 < line.size(); i++) {
            carried += cell.getOrDefault(line.get(i), 0.0) - all.get(line.get(i));
            work += gap.applyAsDouble(i) * Math.abs(carried);
        }
        return work;
    }

    @Test
    void findsTheClosenessOfTheSalariesOfItsPaper() {
        // Li et al. 2007, §5.1: 0.375 for {3K, 4K, 5K}, 0.167 for {6K, 8K, 11K}; the salaries are evenly spaced.
        Rows rows = Rows.of(List.of("zip"), "salary", SALARIES);
        assertThat(measured(rows, 3, Map.of()).variables().getFirst().closeness())
                .isCloseTo(0.375, within(1e-12));

        Rows second = new Rows(
                rows.variables(),
                null,
                rows.values().stream()
                        .map(row -> row.getFirst().equals("4790*") ? row : List.of("other", row.getLast()))
                        .toList());
        assertThat(measured(second, 3, Map.of()).variables().getFirst().closeness())
                .isCloseTo(1.0 / 6, within(1e-12));
    }

    @Test
    void ordersValuesAsTheCallerDoes() {
        Rows rows = Rows.of(List.of("cell"), "grade", "1 low\n1 low\n2 high\n2 middle");
        var order = new Closeness.Ordered(List.of("low", "middle", "high"));

        // All (½, ¼, ¼); the first cell (1, 0, 0): ½·(½ + ¼), the second (0, ½, ½): ½·(½ + ¼).
        assertThat(measured(rows, 3, Map.of("grade", order))
                        .variables()
                        .getFirst()
                        .closeness())
                .isCloseTo(0.375, within(1e-12));
        assertThat(measured(rows, 3, Map.of()).variables().getFirst().closeness())
                .isCloseTo(0.5, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void movesEarthThroughATree(long seed) {
        Rows rows = Rows.random(seed, 200, false);
        Map<String, List<String>> ancestors = IntStream.rangeClosed(0, 8)
                .boxed()
                .collect(Collectors.toMap(
                        i -> i == 0 ? "" : "v" + i, i -> List.of("parent" + i / 2, "grandparent" + i / 4)));
        Rows sensitiveC = rows.withSensitive("c");
        SortedMap<String, Double> all = shares(column(rows.values(), rows, "c"));

        SensitiveMeasures c = measured(sensitiveC, 3, Map.of("c", new Closeness.Hierarchical(ancestors)))
                .variables()
                .getFirst();

        assertThat(c.name()).isEqualTo("c");
        assertThat(c.closenessDistance()).isEqualTo(Distance.HIERARCHICAL);
        assertThat(c.closeness())
                .isCloseTo(worst(cells(sensitiveC, "c"), cell -> costs(cell, all, ancestors)), within(1e-12));
    }

    /** Σ_N height(N)/H·min(pos_extra(N), neg_extra(N)) over the branching nodes: Li et al. 2007, §5.3, to the letter. */
    private static double costs(
            SortedMap<String, Double> cell, SortedMap<String, Double> all, Map<String, List<String>> ancestors) {
        Map<String, Double> extra = new TreeMap<>();
        all.forEach((value, q) -> extra.put(value, cell.getOrDefault(value, 0.0) - q));
        double cost = 0;
        int height = 3;
        for (int level = 1; level <= height; level++) {
            int above = level;
            Map<String, List<String>> children = extra.keySet().stream()
                    .collect(Collectors.groupingBy(node -> above == height ? "root" : parent(node, above, ancestors)));
            Map<String, Double> next = new TreeMap<>();
            for (var node : children.entrySet()) {
                double positive = 0;
                double negative = 0;
                for (String child : node.getValue()) {
                    positive += Math.max(0, extra.get(child));
                    negative += Math.max(0, -extra.get(child));
                }
                cost += (double) level / height * Math.min(positive, negative);
                next.put(node.getKey(), positive - negative);
            }
            extra.clear();
            extra.putAll(next);
        }
        return cost;
    }

    private static String parent(String node, int level, Map<String, List<String>> ancestors) {
        return ancestors.entrySet().stream()
                .filter(entry -> (level == 1 ? entry.getKey() : entry.getValue().get(level - 2)).equals(node))
                .map(entry -> entry.getValue().get(level - 1))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void measuresTheDistancesOfTheTreeOfItsPaper() {
        // Li et al. 2007, figure 1: flu and bronchitis meet at 1 of 3, flu and pulmonary embolism at 2, flu and stomach
        // cancer at 3.
        Map<String, List<String>> diseases = Map.of(
                "flu", List.of("respiratory infection", "respiratory disease"),
                "bronchitis", List.of("respiratory infection", "respiratory disease"),
                "embolism", List.of("vascular lung disease", "respiratory disease"),
                "cancer", List.of("stomach disease", "digestive disease"));

        // Two cells of one value each lie half their distance from the two together.
        assertThat(twoCells("flu", "bronchitis", diseases)).isCloseTo(1 / 3.0 / 2, within(1e-12));
        assertThat(twoCells("flu", "embolism", diseases)).isCloseTo(2 / 3.0 / 2, within(1e-12));
        assertThat(twoCells("flu", "cancer", diseases)).isCloseTo(1 / 2.0, within(1e-12));
    }

    private static double twoCells(String first, String second, Map<String, List<String>> diseases) {
        Rows rows = Rows.of(List.of("cell"), "disease", "1 " + first + "\n2 " + second);
        return measured(rows, 3, Map.of("disease", new Closeness.Hierarchical(diseases)))
                .variables()
                .getFirst()
                .closeness();
    }

    @Test
    void saysWhyADistanceCannotBeTaken() {
        Rows rows = Rows.of(List.of("cell"), "grade", "1 low\n1 low\n2 high\n2 middle");

        assertThat(reason(rows, new Closeness.Numeric())).isEqualTo(NotMeasuredReason.NOT_NUMBERS);
        assertThat(reason(rows, new Closeness.Ordered(List.of()))).isEqualTo(NotMeasuredReason.NOT_NUMBERS);
        assertThat(reason(rows, new Closeness.Ordered(List.of("low", "high"))))
                .isEqualTo(NotMeasuredReason.VALUES_OUTSIDE_ORDER);
        assertThat(reason(rows, new Closeness.Hierarchical(Map.of("low", List.of("x")))))
                .isEqualTo(NotMeasuredReason.VALUES_OUTSIDE_HIERARCHY);
    }

    private static NotMeasuredReason reason(Rows rows, Closeness closeness) {
        SensitiveRisk risk = measured(rows, 3, Map.of("grade", closeness));
        assertThat(risk.variables().getFirst().closeness()).isNull();
        return risk.notMeasured().stream()
                .filter(left -> left.member().equals("sensitive[name=grade].closeness"))
                .findFirst()
                .orElseThrow()
                .reason();
    }

    @Test
    void takesOneValueForNoDistanceAtAll() {
        assertThat(measured(Rows.of(List.of("cell"), "n", "1 7\n2 7"), 3, Map.of())
                        .variables()
                        .getFirst()
                        .closeness())
                .isZero();
        assertThat(measured(Rows.of(List.of("cell"), "n", "1 0\n2 -0"), 3, Map.of())
                        .variables()
                        .getFirst()
                        .closeness())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"1, 40", "2, 100", "3, 300"})
    void findsTheValuesThatEveryPersonOfACellHas(long seed, int records) {
        Rows rows = Rows.random(seed, records, true).over(List.of("b", "d"));

        SensitiveMeasures x = measured(rows, 3, Map.of()).variables().getFirst();

        int homogeneous = 0;
        double largest = 0;
        for (List<List<String>> cell : rows.groups(List.of("b", "d")).values()) {
            int most = Set.copyOf(column(cell, rows, "x")).stream()
                    .mapToInt(value -> rows.persons(cell.stream()
                            .filter(row -> row.get(rows.place("x")).equals(value))
                            .toList()))
                    .max()
                    .orElseThrow();
            homogeneous += most == rows.persons(cell) ? 1 : 0;
            largest = Math.max(largest, (double) most / rows.persons(cell));
        }
        assertThat(x.homogeneousCells()).isEqualTo(homogeneous);
        assertThat(x.largestShare()).isEqualTo(largest);
        assertThat(x.maybeHomogeneousCells()).isZero();
    }

    @Test
    void findsTheValueThatEveryPersonSharesThoughSomeHaveMore() {
        var variables = List.of(
                new Variable("a", Role.QUASI_IDENTIFIER),
                new Variable("ill", Role.SENSITIVE),
                new Variable("id", Role.PERSON_KEY));
        Rows shared = new Rows(
                variables, null, List.of(List.of("1", "hiv", "p"), List.of("1", "flu", "p"), List.of("1", "hiv", "q")));
        Rows divided = new Rows(
                variables, null, List.of(List.of("1", "hiv", "p"), List.of("1", "hiv", "p"), List.of("1", "flu", "q")));

        assertThat(measured(shared, 3, Map.of()).variables().getFirst())
                .extracting("homogeneousCells", "recordsInHomogeneousCells", "maybeHomogeneousCells")
                .containsExactly(1, 3L, 0);
        assertThat(measured(divided, 3, Map.of()).variables().getFirst())
                .extracting("homogeneousCells", "recordsInHomogeneousCells", "maybeHomogeneousCells")
                .containsExactly(0, 0L, 0);
    }

    @Test
    void leavesOpenWhetherEveryPersonHasAValueWhereThatWasNotKept() {
        var builder = new CellTableBuilder(
                1, List.of("ill"), "id", null, CellLimits.DEFAULT, MemoryBudget.unlimited(), new MemoryBudget(1));
        var values = new DictionaryBuilder("ill", DictionaryLimits.DEFAULT, MemoryBudget.unlimited());
        values.encode("hiv");
        values.encode("flu");
        int none = CellTableBuilder.NO_WEIGHT;
        // Two persons; in the first cell two records of the first value, in the second one.
        builder.add(new int[] {0}, new int[] {0}, 0, none);
        builder.add(new int[] {0}, new int[] {0}, 0, none);
        builder.add(new int[] {0}, new int[] {1}, 1, none);
        builder.add(new int[] {1}, new int[] {0}, 0, none);
        builder.add(new int[] {1}, new int[] {1}, 1, none);
        CellTable table = builder.build(
                List.of(new QuasiIdentifier("a", values.build())), List.of(values.build()), values.build(), null);

        assertThat(SensitiveRisk.of(table, MeasureChoices.DEFAULT).variables().getFirst())
                .extracting("homogeneousCells", "maybeHomogeneousCells")
                .containsExactly(0, 1);
    }

    private static SensitiveRisk measured(Rows rows, double c, Map<String, Closeness> closeness) {
        return SensitiveRisk.of(
                rows.table(), new MeasureChoices(MissingValues.OWN_CATEGORY, Sample.NONE, null, null, c, closeness));
    }

    private static <T> double worst(Collection<T> cells, java.util.function.ToDoubleFunction<T> measure) {
        return cells.stream().mapToDouble(measure).max().orElseThrow();
    }

    private static double equalDistance(SortedMap<String, Double> cell, SortedMap<String, Double> all) {
        return all.entrySet().stream()
                        .mapToDouble(entry -> Math.abs(cell.getOrDefault(entry.getKey(), 0.0) - entry.getValue()))
                        .sum()
                / 2;
    }

    private static Collection<SortedMap<String, Double>> cells(Rows rows, String variable) {
        return rows.groups(rows.names(Role.QUASI_IDENTIFIER)).values().stream()
                .map(cell -> shares(column(cell, rows, variable)))
                .toList();
    }

    private static List<String> column(List<List<String>> values, Rows rows, String variable) {
        List<String> column = new ArrayList<>();
        values.forEach(row -> column.add(row.get(rows.place(variable))));
        return column;
    }

    private static SortedMap<String, Double> shares(List<String> values) {
        SortedMap<String, Double> shares = new TreeMap<>();
        values.forEach(value -> shares.merge(value, 1.0 / values.size(), Double::sum));
        return shares;
    }

    private static SortedMap<Double, Double> numbers(SortedMap<String, Double> shares) {
        SortedMap<Double, Double> numbers = new TreeMap<>();
        shares.forEach((value, share) -> numbers.put(Double.valueOf(value), share));
        return numbers;
    }
}
