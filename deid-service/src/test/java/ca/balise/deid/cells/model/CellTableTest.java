package ca.balise.deid.cells.model;

import static ca.balise.deid.cells.model.TestRecord.counted;
import static ca.balise.deid.cells.model.TestRecord.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ca.balise.deid.cells.model.LimitExceededException.Limit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The laws of the algebra, each on seeded random records, with and without a person key. */
class CellTableTest {

    static Stream<Arguments> records() {
        return Stream.of(1L, 2L, 3L, 4L)
                .flatMap(seed -> Stream.of(true, false)
                        .map(withPersonKey -> Arguments.of(
                                TestRecord.random(new SplittableRandom(seed), 40 * seed.intValue() * seed.intValue()),
                                withPersonKey)));
    }

    @ParameterizedTest
    @MethodSource("records")
    void countsWhatMapsOfStringsCount(List<TestRecord> records, boolean withPersonKey) {
        CellTable table = table(records, withPersonKey);
        assertThat(counted(table)).isEqualTo(counted(records, new int[] {0, 1, 2}, withPersonKey));
        assertThat(table.records()).isEqualTo(records.size());
        assertThat(table.persons())
                .isEqualTo(
                        withPersonKey
                                ? records.stream()
                                        .map(TestRecord::person)
                                        .distinct()
                                        .count()
                                : records.size());
    }

    @ParameterizedTest
    @MethodSource("records")
    void doesNotDependOnTheOrderOfRecords(List<TestRecord> records, boolean withPersonKey) {
        List<TestRecord> shuffled = new ArrayList<>(records);
        Collections.shuffle(shuffled, new Random(5));
        assertThat(counted(table(shuffled, withPersonKey))).isEqualTo(counted(table(records, withPersonKey)));
    }

    @ParameterizedTest
    @MethodSource("records")
    void projectsAsIfOnlyTheseColumnsHadBeenRead(List<TestRecord> records, boolean withPersonKey) {
        CellTable projected = table(records, withPersonKey).project(List.of("town", "age"));
        assertThat(counted(projected)).isEqualTo(counted(records, new int[] {2, 0}, withPersonKey));
    }

    @ParameterizedTest
    @MethodSource("records")
    void projectsInOneStepOrInTwo(List<TestRecord> records, boolean withPersonKey) {
        CellTable table = table(records, withPersonKey);
        assertThat(counted(table.project(List.of("age", "town")).project(List.of("town"))))
                .isEqualTo(counted(table.project(List.of("town"))));
    }

    @ParameterizedTest
    @MethodSource("records")
    void neverShrinksACellByProjecting(List<TestRecord> records, boolean withPersonKey) {
        CellTable table = table(records, withPersonKey);
        var projected = counted(table.project(List.of("age", "sex")));
        for (int i = 0; i < table.cells(); i++) {
            Cell cell = table.cell(i);
            assertThat(projected
                            .get(List.of(cell.value("age"), cell.value("sex")))
                            .size())
                    .isGreaterThanOrEqualTo(cell.size());
        }
    }

    @ParameterizedTest
    @MethodSource("records")
    void projectsToNothingAsOneCellOfEverybody(List<TestRecord> records, boolean withPersonKey) {
        CellTable table = table(records, withPersonKey);
        CellTable all = table.project(List.of());
        assertThat(all.cells()).isEqualTo(1);
        assertThat(all.size(0)).isEqualTo((int) table.persons());
        assertThat(all.records(0)).isEqualTo(records.size());
    }

    @ParameterizedTest
    @MethodSource("records")
    void mergesAsIfBothFilesHadBeenOne(List<TestRecord> records, boolean withPersonKey) {
        CellTable first = table(records.subList(0, records.size() / 3), withPersonKey);
        CellTable second = table(records.subList(records.size() / 3, records.size()), withPersonKey);
        CellTable whole = table(records, withPersonKey);
        assertThat(counted(first.merge(second))).isEqualTo(counted(whole));
        assertThat(first.merge(second).persons()).isEqualTo(whole.persons());
        assertThat(counted(first.merge(second.project(List.of("town", "age", "sex")))))
                .isEqualTo(counted(whole));
    }

    @ParameterizedTest
    @MethodSource("records")
    void restrictsBeforeOrAfterAMerge(List<TestRecord> records, boolean withPersonKey) {
        CellTable first = table(records.subList(0, records.size() / 2), withPersonKey);
        CellTable second = table(records.subList(records.size() / 2, records.size()), withPersonKey);
        CellTable restricted = first.merge(second).restrict(CellTableTest::isOutOfTown);
        assertThat(counted(
                        first.restrict(CellTableTest::isOutOfTown).merge(second.restrict(CellTableTest::isOutOfTown))))
                .isEqualTo(counted(restricted));
        assertThat(counted(restricted))
                .isEqualTo(counted(
                        records.stream()
                                .filter(record ->
                                        !record.quasiIdentifiers().get(2).equals("v1"))
                                .toList(),
                        new int[] {0, 1, 2},
                        withPersonKey));
    }

    @ParameterizedTest
    @MethodSource("records")
    void generalisesBeforeOrAfterAProjection(List<TestRecord> records, boolean withPersonKey) {
        CellTable table = table(records, withPersonKey);
        CellTable generalised = table.generalise("age", CellTableTest::band).project(List.of("age", "town"));
        assertThat(counted(table.project(List.of("age", "town")).generalise("age", CellTableTest::band)))
                .isEqualTo(counted(generalised));
        assertThat(counted(generalised))
                .isEqualTo(counted(
                        records.stream()
                                .map(record -> new TestRecord(
                                        List.of(
                                                band(record.quasiIdentifiers().get(0)),
                                                record.quasiIdentifiers().get(1),
                                                record.quasiIdentifiers().get(2)),
                                        record.sensitive(),
                                        record.person()))
                                .toList(),
                        new int[] {0, 2},
                        withPersonKey));
    }

    @ParameterizedTest
    @MethodSource("records")
    void sumsItsHistogramToItsCellsAndMemberships(List<TestRecord> records, boolean withPersonKey) {
        CellTable table = table(records, withPersonKey);
        var histogram = table.histogram();
        assertThat(histogram.values().stream().mapToInt(cells -> cells).sum()).isEqualTo(table.cells());
        assertThat(histogram.entrySet().stream()
                        .mapToLong(entry -> (long) entry.getKey() * entry.getValue())
                        .sum())
                .isEqualTo(table.memberships());
    }

    @Test
    void neverRaisesASizeByMoreRecordsOfTheSamePersons() {
        List<TestRecord> records = TestRecord.random(new SplittableRandom(9), 300);
        List<TestRecord> repeated = new ArrayList<>(records);
        repeated.addAll(records);
        repeated.addAll(records);
        assertThat(table(repeated, true).histogram())
                .isEqualTo(table(records, true).histogram());
        assertThat(table(repeated, true).records()).isEqualTo(900);
    }

    @Test
    void countsPersonsOnceHoweverManyThereAre() {
        List<TestRecord> records = new ArrayList<>();
        for (int person = 0; person < 40_000; person++) {
            for (String age : List.of("30", "31")) {
                records.add(new TestRecord(List.of(age, "F", "v1"), List.of("x", "y"), "p" + person % 30_000));
            }
        }
        CellTable table = table(records, true);
        assertThat(table.histogram()).isEqualTo(Map.of(30_000, 2));
        assertThat(table.project(List.of("sex")).histogram()).isEqualTo(Map.of(30_000, 1));
        assertThat(table.merge(table).histogram()).isEqualTo(Map.of(30_000, 2));
    }

    @Test
    void refusesToMergeTablesOverDifferentVariables() {
        List<TestRecord> records = TestRecord.random(new SplittableRandom(9), 10);
        CellTable table = table(records, false);
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> table.merge(table(records, true)));
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> table.merge(table.project(List.of("age"))));
    }

    @Test
    void refusesToProjectOnAnUnknownNameOrTwiceOnOne() {
        CellTable table = table(TestRecord.random(new SplittableRandom(9), 10), false);
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> table.project(List.of("weight")));
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> table.project(List.of("age", "age")));
    }

    @Test
    void refusesMoreCellsThanTheLimit() {
        assertThat(tableOfCodes(new CellLimits(2, 100), 0, 1, 0).cells()).isEqualTo(2);
        assertThatExceptionOfType(LimitExceededException.class)
                .isThrownBy(() -> tableOfCodes(new CellLimits(2, 100), 0, 1, 0, 2))
                .satisfies(e -> {
                    assertThat(e.limit()).isEqualTo(Limit.TOO_MANY_CELLS);
                    assertThat(e.maximum()).isEqualTo(2);
                });
    }

    @Test
    void refusesMoreRecordsThanTheLimit() {
        assertThat(tableOfCodes(new CellLimits(2, 2), 0, 0).records()).isEqualTo(2);
        assertThatExceptionOfType(LimitExceededException.class)
                .isThrownBy(() -> tableOfCodes(new CellLimits(2, 2), 0, 0, 0))
                .satisfies(e -> assertThat(e.limit()).isEqualTo(Limit.TOO_MANY_RECORDS));
    }

    @Test
    void staysWithinItsMemoryWhenEveryRecordIsACell() {
        MemoryBudget memory = new MemoryBudget(1 << 20);
        CellTableBuilder builder = new CellTableBuilder(2, List.of(), null, null, CellLimits.DEFAULT, memory, memory);
        assertThatExceptionOfType(LimitExceededException.class)
                .isThrownBy(() -> {
                    for (int i = 0; i < 1_000_000; i++) {
                        builder.add(
                                new int[] {i, i}, new int[0], CellTableBuilder.NO_PERSON, CellTableBuilder.NO_WEIGHT);
                    }
                })
                .satisfies(e -> {
                    assertThat(e.limit()).isEqualTo(Limit.TOO_MANY_CELLS);
                    assertThat(e.maximum()).isBetween(10_000L, 100_000L);
                });
        assertThat(memory.claimed()).isLessThanOrEqualTo(1 << 20);
    }

    @Test
    void staysWithinItsMemoryWhenEveryRecordIsAPerson() {
        CellTableBuilder builder = new CellTableBuilder(
                1, List.of(), "person", null, CellLimits.DEFAULT, new MemoryBudget(1 << 20), MemoryBudget.unlimited());
        assertThatExceptionOfType(LimitExceededException.class)
                .isThrownBy(() -> {
                    for (int i = 0; i < 1_000_000; i++) {
                        builder.add(new int[] {0}, new int[0], i, CellTableBuilder.NO_WEIGHT);
                    }
                })
                .satisfies(e -> {
                    assertThat(e.limit()).isEqualTo(Limit.TOO_MANY_CELL_ENTRIES);
                    assertThat(e.variable()).contains("person");
                });
    }

    @Test
    void doesWithoutWhoHasWhichValueWhereThereIsNoRoomForIt() {
        assertThat(tableOfPersons(10, new MemoryBudget(1)).personsWith(0)).isEmpty();
        assertThat(tableOfPersons(10, new MemoryBudget(1 << 20)).personsWith(0)).isPresent();
        MemoryBudget memory = new MemoryBudget(200_000);
        assertThat(tableOfPersons(20_000, memory).personsWith(0)).isEmpty();
        assertThat(memory.claimed()).as("given back once it was too little").isZero();
    }

    private static CellTable tableOfPersons(int persons, MemoryBudget linkMemory) {
        CellTableBuilder builder = new CellTableBuilder(
                1, List.of("illness"), "person", null, CellLimits.DEFAULT, MemoryBudget.unlimited(), linkMemory);
        DictionaryBuilder dictionary = DictionaryBuilder.unlimited("person");
        DictionaryBuilder one = DictionaryBuilder.unlimited("illness");
        one.encode("flu");
        for (int i = 0; i < persons; i++) {
            builder.add(new int[] {0}, new int[] {0}, dictionary.encode("p" + i), CellTableBuilder.NO_WEIGHT);
        }
        return builder.build(
                List.of(new QuasiIdentifier("age", one.build())), List.of(one.build()), dictionary.build(), null);
    }

    private static String band(String age) {
        return age.compareTo("v4") < 0 ? "low" : "high";
    }

    private static boolean isOutOfTown(Cell cell) {
        return !cell.value("town").equals("v1");
    }

    private static CellTable tableOfCodes(CellLimits limits, int... codes) {
        CellTableBuilder builder = new CellTableBuilder(
                1, List.of(), null, null, limits, MemoryBudget.unlimited(), MemoryBudget.unlimited());
        for (int code : codes) {
            builder.add(new int[] {code}, new int[0], CellTableBuilder.NO_PERSON, CellTableBuilder.NO_WEIGHT);
        }
        DictionaryBuilder dictionary = DictionaryBuilder.unlimited("age");
        return builder.build(List.of(new QuasiIdentifier("age", dictionary.build())), List.of(), null, null);
    }
}
