package ca.balise.kit.http.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "null",
            value = {
                "null | EN",
                "'' | EN",
                "fr | FR",
                "fr-CA | FR",
                "fr-CA, en;q=0.8 | FR",
                "en;q=0.4, fr;q=0.9 | FR",
                "de, fr;q=0.2 | FR",
                "de | EN",
                "* | EN",
                "fr;q=0 | EN",
                "not a header; at all=1 | EN",
            })
    void negotiatesAsTheHeaderAsks(String header, Language language) {
        assertThat(Language.negotiate(header)).isEqualTo(language);
    }
}
