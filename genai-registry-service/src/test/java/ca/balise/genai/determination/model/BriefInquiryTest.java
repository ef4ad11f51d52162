package ca.balise.genai.determination.model;

import static org.assertj.core.api.Assertions.assertThat;

import ca.balise.genai.determination.Cases;
import ca.balise.kit.reasoning.Facts;
import ca.balise.kit.reasoning.Readings;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** That a brief inquiry stops early changes nothing; a few cases of what {@link ChangesTest} and {@link EnumerationTest} try by the thousand. */
class BriefInquiryTest {

    @Test
    void hasTheStatusOfAFullOneUnderEachReading() {
        IntStream.range(0, 150).forEach(seed -> {
            Facts facts = ChangesTest.draw(new SplittableRandom(seed));
            Stream.concat(
                            Stream.of(Readings.adopted()),
                            Cases.BOOK.ambiguities().stream()
                                    .map(open -> Readings.adopted().turning(open.id())))
                    .forEach(readings -> assertThat(Cases.RULES.status(facts, readings, ChangesTest.AS_OF))
                            .as("%s %s", readings, facts.byPath())
                            .isEqualTo(Cases.RULES
                                    .determine(facts, readings, ChangesTest.AS_OF)
                                    .status()));
        });
    }

    static Stream<Integer> seeds() {
        return IntStream.range(0, 40).boxed();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void findsEveryFactThatAltersTheStatus(int seed) {
        ChangesTest.compare(seed, seed < 3 ? 2 : 1);
    }
}
