package ca.balise.kit.http.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictTimeTest {

    /** As the framework makes it: its own module of times, then whatever we add. */
    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());

    static {
        new StrictJson().customize(JSON);
    }

    record Facts(@Nullable LocalDate day, @Nullable Instant at) {}

    @Test
    void readsADateAndAnInstantAsTheContractWritesThem() throws JsonProcessingException {
        assertThat(JSON.readValue("{\"day\": \"2024-02-29\", \"at\": \"2024-02-29T23:59:59.5Z\"}", Facts.class))
                .isEqualTo(new Facts(LocalDate.of(2024, 2, 29), Instant.parse("2024-02-29T23:59:59.500Z")));
        assertThat(JSON.readValue("{\"day\": null}", Facts.class)).isEqualTo(new Facts(null, null));
    }

    @ParameterizedTest
    @CsvSource({"2024-03-01T01:00:00+01:00", "2024-02-29T19:00:00-05:00", "2024-03-01T00:00:00.000000000Z"})
    void anInstantMayBeWrittenWithAnOffset(String text) throws JsonProcessingException {
        assertThat(JSON.readValue("{\"at\": \"" + text + "\"}", Facts.class).at())
                .isEqualTo(Instant.parse("2024-03-01T00:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[2020, 1, 1]",
                "[]",
                "20200101",
                "1.5",
                "true",
                "{}",
                "\"\"",
                "\" \"",
                "\"2020-01-01T00:00:00\"",
                "\"2020-01-01T00:00:00Z\"",
                "\"2023-02-29\"",
                "\"2020-1-1\"",
                "\"20200101\"",
                "\"+12020-01-01\"",
                "\" 2020-01-01\"",
                "\"2020-01-01 \"",
                "\"2020-01\"",
                "\"٢٠٢٠-٠١-٠١\"",
            })
    void refusesAnyOtherDateWithItsPointer(String written) {
        assertThatThrownBy(() -> JSON.readValue("{\"day\": " + written + "}", Facts.class))
                .isInstanceOfSatisfying(
                        MismatchedInputException.class,
                        failure -> assertThat(failure.getPath())
                                .singleElement()
                                .satisfies(
                                        step -> assertThat(step.getFieldName()).isEqualTo("day")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1577836800",
                "1577836800.5",
                "[2020, 1, 1, 0, 0]",
                "\"1577836800\"",
                "\"2020-01-01\"",
                "\"2020-01-01T00:00Z\"",
                "\"2020-01-01T00:00:00\"",
                "\"2020-01-01T24:00:00Z\"",
                "\"2020-01-01 00:00:00Z\"",
                "\"2020-01-01T00:00:00+0100\"",
                "\"2020-01-01T00:00:00[UTC]\"",
            })
    void refusesAnyOtherInstantWithItsPointer(String written) {
        assertThatThrownBy(() -> JSON.readValue("{\"at\": " + written + "}", Facts.class))
                .isInstanceOfSatisfying(
                        MismatchedInputException.class,
                        failure -> assertThat(failure.getPath())
                                .singleElement()
                                .satisfies(
                                        step -> assertThat(step.getFieldName()).isEqualTo("at")));
    }
}
