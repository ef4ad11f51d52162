package ca.balise.kit.reasoning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RuleBookTest {

    private static final String CITED = """
            version: "1"
            rules:
              - code: TOO_SMALL
                force: MUST
                message: {en: "{0} records are too few.", fr: "{0} enregistrements sont trop peu."}
                instrument: PIN-2020-03
                paragraph: "5.1.3"
                quote: la taille de cellule minimale
            """;

    @Test
    void writesNumbersAsEachLanguageDoes() throws IOException {
        BilingualText message = read(CITED).rule("TOO_SMALL").reason(25_769).message();

        assertThat(message.en()).isEqualTo("25,769 records are too few.");
        assertThat(message.fr()).matches("25[\\u00a0\\u202f]769 enregistrements sont trop peu\\.");
    }

    @Test
    void keepsTheQuoteToTheLetter() throws IOException {
        assertThat(read(CITED).rule("TOO_SMALL").source())
                .isEqualTo(new Source.Citation("PIN-2020-03", "5.1.3", "la taille de cellule minimale"));
    }

    @Test
    void refusesARuleThatIsBothCitedAndOurs() {
        assertThatThrownBy(() -> read(CITED + "    ownRule: {en: because, fr: parce que}\n"))
                .hasMessageContaining("not both");
    }

    @Test
    void refusesARuleWithoutSource() {
        String bare = CITED.lines()
                .filter(line -> !line.matches("\\s+(instrument|paragraph|quote):.*"))
                .reduce("", (a, b) -> a + b + "\n");
        assertThatThrownBy(() -> read(bare)).hasMessageContaining("needs an instrument");
    }

    @Test
    void refusesOneLanguageOnly() {
        assertThatThrownBy(() -> read(CITED.replaceAll("fr: \".*\"", "fr: \" \"")))
                .hasMessageContaining("both languages");
    }

    @Test
    void refusesTwoRulesWithOneCode() {
        String twice = CITED + CITED.substring(CITED.indexOf("  - code"));
        assertThatThrownBy(() -> read(twice)).hasMessageContaining("two rules");
    }

    @Test
    void refusesACodeItDoesNotHold() throws IOException {
        RuleBook book = read(CITED);
        assertThatThrownBy(() -> book.rule("OTHER")).hasMessageContaining("OTHER");
    }

    @Test
    void readsANumberOfTheLawWithItsSource() throws IOException {
        RuleBook book = read(CITED + """
                parameters:
                  - code: FLOOR
                    value: 3
                    unit: persons
                    validFrom: 2020-01-01
                    instrument: PIN-2020-03
                    paragraph: "5.1.3"
                    quote: inférieure à trois
                """);

        assertThat(book.parameter("FLOOR").intValue()).isEqualTo(3);
        assertThat(book.parameter("FLOOR").validFrom()).isEqualTo("2020-01-01");
        assertThat(book.citations()).extracting(Source.Citation::quote).contains("inférieure à trois");
    }

    private static RuleBook read(String yaml) throws IOException {
        return RuleBook.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    }
}
