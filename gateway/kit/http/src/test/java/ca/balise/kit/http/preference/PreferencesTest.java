package ca.balise.kit.http.preference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreferencesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "respond-async",
                "Respond-Async",
                "respond-async, wait=10",
                "wait=10,respond-async",
                "foo; some-parameter, respond-async",
                "respond-async; why=\"a, b\"",
                "foo=\"a, \\\" respond-async\", respond-async",
                "respond-async=\"\"",
                ", respond-async"
            })
    void seesTheWishNotToWait(String header) {
        assertThat(Preferences.respondAsync(List.of(header))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "wait=10",
                "respond-asynchronously",
                "respond-async=1",
                "foo=\"respond-async\"",
                "foo=\"a, respond-async\"",
                "foo; respond-async",
                "\"respond-async",
                "return=minimal"
            })
    void seesNoneWhereThereIsNone(String header) {
        assertThat(Preferences.respondAsync(List.of(header))).isFalse();
    }

    @Test
    void looksAtEveryHeader() {
        assertThat(Preferences.respondAsync(List.of("wait=10", "respond-async")))
                .isTrue();
        assertThat(Preferences.respondAsync(List.of())).isFalse();
        assertThat(Preferences.respondAsync(null)).isFalse();
    }
}
