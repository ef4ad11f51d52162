package ca.balise.kit.http.conditional;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IfNoneMatchTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                " * ",
                "\"a1\"",
                "W/\"a1\"",
                "\"b\", \"a1\"",
                "\"b\",W/\"a1\" , \"c\"",
                "\"b,c\", \"a1\"",
                "garbage \"a1\"",
            })
    void namesTheTag(String header) {
        assertThat(IfNoneMatch.of(header).names("a1")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a1", "\"A1\"", "\"a\"", "\"a1", "\"\"", "\"*\"", "w/a1", "**", "\"b\", *"})
    void doesNotNameTheTag(String header) {
        assertThat(IfNoneMatch.of(header).names("a1")).isFalse();
    }
}
