package ca.balise.kit.http.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ca.balise.kit.http.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {

    private static final PageRequest TWO = new PageRequest(2, null);

    @Test
    void whatFitsIsTheLastPage() {
        assertThat(Page.of(List.of("a", "b"), TWO, "letters", key -> key))
                .isEqualTo(new Page<>(List.of("a", "b"), null));
    }

    @Test
    void oneItemMoreThanThePageShowsThatThereIsMore() {
        Page<String> page = Page.of(List.of("a", "b", "c"), TWO, "letters", key -> key);
        assertThat(page.items()).containsExactly("a", "b");
        assertThat(page.next()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"b", "", "Éditeur : « principal »", "a:b", "日本"})
    void theCursorBringsBackTheKeyOfTheLastItem(String key) {
        String next =
                Page.of(List.of("a", key, "c"), TWO, "letters", value -> value).next();
        assertThat(new PageRequest(2, next).position("letters", value -> value)).contains(key);
    }

    @Test
    void theFirstPageHasNoPosition() {
        assertThat(TWO.position("letters", UUID::fromString)).isEqualTo(Optional.empty());
    }

    @Test
    void aCursorStandsInAnAddressAsItIs() {
        String next = Page.of(List.of("a", "ÿþ?>~", "c"), TWO, "letters", value -> value)
                .next();
        assertThat(next).matches("[A-Za-z0-9_-]+");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "%", "a", "!!!!", "bGV0dGVyczox", "numbers:1", "letters:1\u0000", "letters", "letters:x"})
    void refusesWhatItDidNotGiveOut(String made) {
        String cursor = made.startsWith("letters") || made.startsWith("numbers")
                ? Base64.getUrlEncoder().encodeToString(made.getBytes(StandardCharsets.UTF_8))
                : made;
        var problem = catchThrowableOfType(
                ProblemException.class, () -> new PageRequest(2, cursor).position("letters", UUID::fromString));
        assertThat(problem.type().status()).isEqualTo(400);
        assertThat(problem.violations()).singleElement().satisfies(violation -> {
            assertThat(violation.pointer()).isEqualTo("after");
            assertThat(violation.code()).isEqualTo("NOT_A_CURSOR");
        });
    }
}
