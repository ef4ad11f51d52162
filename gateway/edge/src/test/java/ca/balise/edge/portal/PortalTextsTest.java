package ca.balise.edge.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortalTextsTest {

    /** Qute falls back on the other language in silence. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void hasEveryTextInBothLanguages(String language) throws IOException {
        assertThat(texts(language).stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(PortalTexts.class.getDeclaredMethods())
                        .map(Method::getName)
                        .toList());
    }

    @Test
    void writesFrenchAsCanadiansDo() throws IOException {
        assertThat(texts("fr").values())
                .allSatisfy(text -> assertThat((String) text)
                        .doesNotContain("'", "\"")
                        .doesNotContainPattern("[ \\u00A0][;?!]|[^\\u00A0/]:(?!/)|«[^\\u00A0]|[^\\u00A0]»"));
    }

    private static Properties texts(String language) throws IOException {
        var texts = new Properties();
        try (var file = PortalTexts.class.getResourceAsStream("/messages/portal_" + language + ".properties");
                var reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }
}
