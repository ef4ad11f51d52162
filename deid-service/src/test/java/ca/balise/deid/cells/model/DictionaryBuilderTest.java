package ca.balise.deid.cells.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ca.balise.deid.cells.model.LimitExceededException.Limit;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DictionaryBuilderTest {

    @Test
    void givesTheCodesAMapWouldGive() {
        SplittableRandom random = new SplittableRandom(11);
        DictionaryBuilder builder = DictionaryBuilder.unlimited("v");
        Map<String, Integer> codes = new HashMap<>();
        List<String> values = new ArrayList<>();
        for (int i = 0; i < 200_000; i++) {
            String value = "é\0ab".repeat(random.nextInt(8)) + random.nextInt(20_000);
            byte[] field = ("x" + value + "y").getBytes(StandardCharsets.UTF_8);
            Integer expected = codes.putIfAbsent(value, values.size());
            if (expected == null) {
                expected = values.size();
                values.add(value);
            }
            assertThat(builder.encode(field, 1, field.length - 1)).isEqualTo(expected);
        }
        assertThat(builder.build().values()).isEqualTo(values);
    }

    @Test
    void tellsValuesApartThatDifferInLengthOrOneByteOnly() {
        DictionaryBuilder builder = DictionaryBuilder.unlimited("v");
        List<String> values = new ArrayList<>();
        for (int length = 0; length < 40; length++) {
            values.add("\0".repeat(length));
            for (int at = 0; at < length; at++) {
                values.add("\0".repeat(at) + "\1" + "\0".repeat(length - at - 1));
            }
        }
        values.forEach(builder::encode);
        assertThat(builder.build().values()).isEqualTo(values);
        assertThat(values.stream().map(builder::encode).toList())
                .isEqualTo(IntStream.range(0, values.size()).boxed().toList());
    }

    @Test
    void leavesADictionaryAsItWasWhenTheBuilderGoesOn() {
        DictionaryBuilder builder = DictionaryBuilder.unlimited("v");
        builder.encode("a");
        Dictionary dictionary = builder.build();
        for (int i = 0; i < 1000; i++) {
            builder.encode("b" + i);
        }
        assertThat(dictionary.values()).containsExactly("a");
    }

    @Test
    void refusesMoreValuesThanTheLimitAndNamesTheVariable() {
        DictionaryBuilder builder =
                new DictionaryBuilder("age", new DictionaryLimits(2, 100), MemoryBudget.unlimited());
        builder.encode("30");
        builder.encode("31");
        builder.encode("30");
        assertThatExceptionOfType(LimitExceededException.class)
                .isThrownBy(() -> builder.encode("32"))
                .satisfies(e -> {
                    assertThat(e.limit()).isEqualTo(Limit.TOO_MANY_DISTINCT_VALUES);
                    assertThat(e.maximum()).isEqualTo(2);
                    assertThat(e.variable()).contains("age");
                })
                .withMessageNotContaining("32");
    }

    @Test
    void refusesMoreBytesThanTheLimit() {
        DictionaryBuilder builder =
                new DictionaryBuilder("note", new DictionaryLimits(100, 10), MemoryBudget.unlimited());
        builder.encode("0123456789");
        assertThatExceptionOfType(LimitExceededException.class)
                .isThrownBy(() -> builder.encode("x"))
                .satisfies(e -> assertThat(e.limit()).isEqualTo(Limit.TOO_MANY_VALUE_BYTES));
    }

    @Test
    void staysWithinItsMemoryAndGivesItBack() {
        MemoryBudget memory = new MemoryBudget(100_000);
        DictionaryBuilder builder = new DictionaryBuilder("v", DictionaryLimits.DEFAULT, memory);
        assertThatExceptionOfType(LimitExceededException.class)
                .isThrownBy(() -> {
                    for (int i = 0; i < 1_000_000; i++) {
                        builder.encode("value " + i);
                    }
                })
                .satisfies(e -> assertThat(e.limit()).isEqualTo(Limit.TOO_MANY_VALUE_BYTES));
        assertThat(memory.claimed()).isLessThanOrEqualTo(100_000);

        builder.discard();
        assertThat(memory.claimed()).isZero();
    }
}
