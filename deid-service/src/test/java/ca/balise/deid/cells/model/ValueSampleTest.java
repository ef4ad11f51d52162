package ca.balise.deid.cells.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValueSampleTest {

    private static final long AMPLE = 1L << 40;

    @Test
    void keepsEveryValueWhereThereIsRoom() {
        ValueSample sample = new ValueSample(new SampleMemory(AMPLE, 1));
        add(sample, List.of("a", "b", "a", "c@example.org", "a"));
        assertThat(sample.isWhole()).isTrue();
        assertThat(sample.size()).isEqualTo(3);
        Examination examination = sample.examine();
        assertThat(examination.values()).isEqualTo(3);
        assertThat(examination.records()).isEqualTo(5);
        assertThat(examination.share(IdentifierKind.EMAIL)).hasValue(0.2);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void isTheSameSampleInAnyOrderAndCountsAllItsRecords(long seed) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < 300_000; i++) {
            values.add(i % 3 == 0 ? "p" + i + "@example.org" : "p" + i);
            values.add("p" + i / 2);
        }
        Examination first = examine(values, new SampleMemory(AMPLE, 1));
        Collections.shuffle(values, new Random(seed));
        assertThat(examine(values, new SampleMemory(AMPLE, 1))).isEqualTo(first);
        assertThat(first.values()).isEqualTo(Examination.MAXIMUM_VALUES);
        // 100 000 addresses in one record each, beside 250 000 other values in 500 000.
        assertThat(first.share(IdentifierKind.EMAIL).orElseThrow()).isCloseTo(1.0 / 6, within(0.01));
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5, 6})
    void sharesTheMemoryBetweenColumnsInAnyOrder(long seed) {
        List<String> many =
                IntStream.range(0, 50_000).mapToObj(i -> "value " + i).toList();
        List<String> few = IntStream.range(0, 2_000).mapToObj(i -> "value " + i).toList();
        List<Examination> expected = examineTogether(many, few);
        assertThat(expected.get(0).values()).isBetween(1_000, 20_000);
        assertThat(expected.get(1).values()).isEqualTo(2_000);

        List<String> manyShuffled = new ArrayList<>(many);
        List<String> fewShuffled = new ArrayList<>(few);
        Collections.shuffle(manyShuffled, new Random(seed));
        Collections.shuffle(fewShuffled, new Random(seed));
        assertThat(examineTogether(manyShuffled, fewShuffled)).isEqualTo(expected);
        List<Examination> otherWayRound = examineTogether(fewShuffled, manyShuffled);
        assertThat(List.of(otherWayRound.get(1), otherWayRound.get(0))).isEqualTo(expected);
    }

    @Test
    void keepsNothingOfValuesLongerThanItsMemory() {
        Examination examination = examine(List.of("x".repeat(100_000)), new SampleMemory(100_000, 1));
        assertThat(examination.values()).isZero();
        assertThat(examination.records()).isZero();
    }

    private static List<Examination> examineTogether(List<String> first, List<String> second) {
        SampleMemory memory = new SampleMemory(3 << 20, 2);
        ValueSample one = new ValueSample(memory);
        ValueSample other = new ValueSample(memory);
        add(one, first);
        add(other, second);
        return List.of(one.examine(), other.examine());
    }

    private static Examination examine(List<String> values, SampleMemory memory) {
        ValueSample sample = new ValueSample(memory);
        add(sample, values);
        return sample.examine();
    }

    private static void add(ValueSample sample, List<String> values) {
        for (String value : values) {
            byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
            if (sample.countKnown(bytes, 0, bytes.length, 1) == DictionaryBuilder.UNKNOWN) {
                sample.countNew(bytes, 0, bytes.length, 1);
            }
        }
    }
}
