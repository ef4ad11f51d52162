package ca.balise.deid.cells.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ca.balise.deid.cells.model.LimitExceededException.Limit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellSizesTest {

    @ParameterizedTest
    @CsvSource({"1, true", "1, false", "2, true", "2, false", "3, true", "3, false"})
    void matchAMissingValueWithAnything(long seed, boolean withPersonKey) {
        List<TestRecord> records = TestRecord.random(new SplittableRandom(seed), 60);
        CellTable table = TestRecord.table(records, withPersonKey);
        MemoryBudget memory = new MemoryBudget(64 << 20);

        CellSizes sizes = CellSizes.matchingAnything(table, memory);

        assertThat(sizes.isPartition()).isFalse();
        for (int cell = 0; cell < table.cells(); cell++) {
            List<String> values = table.cell(cell).values();
            List<TestRecord> alike = records.stream()
                    .filter(record -> areAlike(values, record.quasiIdentifiers()))
                    .toList();
            Set<String> persons = new HashSet<>();
            alike.forEach(record -> persons.add(record.person()));
            assertThat(sizes.size(cell)).isEqualTo(withPersonKey ? persons.size() : alike.size());
        }
        assertThat(memory.claimed()).as("what is left claimed: the sizes").isEqualTo(4L * table.cells());
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void neverShrinkByMatchingAnything(boolean withPersonKey) {
        CellTable table = TestRecord.table(TestRecord.random(new SplittableRandom(7), 200), withPersonKey);
        CellSizes own = CellSizes.ownCategory(table);
        CellSizes matched = CellSizes.matchingAnything(table, MemoryBudget.unlimited());
        for (int cell = 0; cell < table.cells(); cell++) {
            assertThat(matched.size(cell)).isGreaterThanOrEqualTo(own.size(cell));
        }
    }

    @Test
    void takeAValueSuppressedAloneForMissing() {
        CellTable table = table("40", "*", "41");
        CellSizes sizes = CellSizes.matchingAnything(table, MemoryBudget.unlimited());
        assertThat(IntStream.range(0, 3).map(sizes::size)).containsExactly(2, 3, 2);
        assertThat(sizes.histogram()).containsEntry(2, 2).containsEntry(3, 1);
    }

    @Test
    void areNotMatchedWithoutRoom() {
        CellTable table = TestRecord.table(TestRecord.random(new SplittableRandom(7), 200), true);
        assertThatExceptionOfType(LimitExceededException.class)
                .isThrownBy(() -> CellSizes.matchingAnything(table, new MemoryBudget(1_000)))
                .satisfies(e -> assertThat(e.limit()).isEqualTo(Limit.TOO_MANY_CELLS));
    }

    private static boolean areAlike(List<String> first, List<String> second) {
        return IntStream.range(0, first.size())
                .allMatch(i -> first.get(i).isEmpty()
                        || second.get(i).isEmpty()
                        || first.get(i).equals(second.get(i)));
    }

    private static CellTable table(String... values) {
        DictionaryBuilder dictionary = DictionaryBuilder.unlimited("age");
        CellTableBuilder builder = new CellTableBuilder(
                1, List.of(), null, null, CellLimits.DEFAULT, MemoryBudget.unlimited(), MemoryBudget.unlimited());
        for (String value : values) {
            builder.add(
                    new int[] {dictionary.encode(value)},
                    new int[0],
                    CellTableBuilder.NO_PERSON,
                    CellTableBuilder.NO_WEIGHT);
        }
        return builder.build(List.of(new QuasiIdentifier("age", dictionary.build())), List.of(), null, null);
    }
}
