package ca.balise.kit.http.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaTypeHeadersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/csv",
                "text/csv;charset=utf-8",
                "text/csv ; charset=\"utf-8\"",
                "application/json;",
                "multipart/form-data; boundary=a/b:c=?",
                "multipart/form-data; boundary=\"a,b\""
            })
    void readsAContentType(String type) {
        assertThat(MediaTypeHeaders.isOneType(List.of(type))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "garbage", "/", "text/", "/csv", ";", "text/csv, application/json", "text/csv;a"})
    void refusesWhatIsNoContentType(String type) {
        assertThat(MediaTypeHeaders.isOneType(List.of(type))).isFalse();
    }

    @Test
    void refusesTwoContentTypes() {
        assertThat(MediaTypeHeaders.isOneType(List.of("text/csv", "text/csv"))).isFalse();
    }

    @Test
    void passesOverTheEmptyElementsOfAList() {
        assertThat(MediaTypeHeaders.ranges(List.of("", " , text/html,", "*; q=.2")))
                .containsExactly("text/html", "*; q=.2")
                .satisfies(ranges -> assertThat(MediaTypeHeaders.areRanges(List.copyOf(ranges)))
                        .isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"zzz", ";", "/", "text/html;q", "text/html q=1"})
    void refusesWhatIsNoRange(String range) {
        assertThat(MediaTypeHeaders.areRanges(List.of("text/html", range))).isFalse();
    }
}
