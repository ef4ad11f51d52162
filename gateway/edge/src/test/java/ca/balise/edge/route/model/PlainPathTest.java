package ca.balise.edge.route.model;

import static org.assertj.core.api.Assertions.assertThat;

import ca.balise.edge.Targets;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlainPathTest {

    static Stream<String> plain() {
        return Targets.plain();
    }

    static Stream<String> ambiguous() {
        return Targets.ambiguous();
    }

    @ParameterizedTest
    @MethodSource("plain")
    void letsAPlainTargetPass(String target) {
        assertThat(PlainPath.isPlain(target)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("ambiguous")
    void refusesATargetThatTwoReadersCouldReadDifferently(String target) {
        assertThat(PlainPath.isPlain(target)).isFalse();
    }

    @Test
    void refusesAnEmptyTargetAndControlCharacters() {
        assertThat(Stream.of("", "/a\u0000b", "/a\tb", "/a b", "/é", "/a?b\u007f", "/a?b c", "/a?é"))
                .noneMatch(PlainPath::isPlain);
    }

    @Test
    void whateverPassesIsReadTheSameByAReaderThatDecodesAndResolvesIt() {
        var random = new SplittableRandom(20260101);
        String[] pieces = {
            "/", "..", ".", "v1", "public", "%2e", "%2f", "%5c", ";", "%3b", "%25", "%c3%a9", "%20", "\\", "a", "%41",
            "//"
        };
        int passed = 0;
        for (int i = 0; i < 200_000; i++) {
            var target = new StringBuilder("/");
            for (int length = random.nextInt(8); length >= 0; length--) {
                target.append(pieces[random.nextInt(pieces.length)]);
            }
            if (PlainPath.isPlain(target.toString())) {
                passed++;
                URI uri = URI.create(target.toString());
                assertThat(uri.normalize().getRawPath()).isEqualTo(target.toString());
                assertThat(uri.getPath().chars().filter(c -> c == '/').count())
                        .as("segments once decoded: %s", target)
                        .isEqualTo(target.chars().filter(c -> c == '/').count());
                assertThat(java.net.URLDecoder.decode(uri.getPath(), StandardCharsets.UTF_8))
                        .isEqualTo(uri.getPath());
            }
        }
        assertThat(passed).isGreaterThan(1_000);
    }
}
