package ca.balise.kit.reasoning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
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

    private static final String SHARED = """
            version: "1"
            paragraphs:
              - {paragraph: P-1, instrument: TEXT, quote: les mots}
            rules:
              - code: CITING
                force: MAY
                message: {en: "Yes.", fr: "Oui."}
                cites: P-1
            findings:
              - code: FOUND
                message: {en: "So it is.", fr: "C’est ainsi."}
                cites: P-1
              - code: FOUND_BY_US
                message: {en: "We say so.", fr: "Nous le disons."}
                ownRule: {en: because, fr: parce que}
            ambiguities:
              - id: X-A1
                readingAdopted: {en: one, fr: une}
                otherReading: {en: other, fr: autre}
                rationale: {en: open, fr: ouvert}
                cites: [P-1]
              - id: X-A2
                readingAdopted: {en: one, fr: une}
                otherReading: {en: other, fr: autre}
                rationale: {en: silence, fr: silence}
            """;

    private static final Source.Citation WORDS = new Source.Citation("TEXT", "P-1", "les mots");

    @Test
    void writesTheWordsOfAParagraphOnceForAllThatRestOnIt() throws IOException {
        RuleBook book = read(SHARED);

        assertThat(book.rule("CITING").source()).isEqualTo(WORDS);
        assertThat(book.finding("FOUND").source()).isEqualTo(WORDS);
        assertThat(book.ambiguity("X-A1").citations()).containsExactly(WORDS);
        assertThat(book.citations()).containsExactly(WORDS);
    }

    @Test
    void anAmbiguityNeedsNoForceAndMayRestOnSilence() throws IOException {
        RuleBook book = read(SHARED);

        assertThat(book.ambiguities()).extracting(Ambiguity::id).containsExactly("X-A1", "X-A2");
        assertThat(book.ambiguity("X-A2").citations()).isEmpty();
        assertThat(book.ambiguity("X-A2").otherReading().fr()).isEqualTo("autre");
        assertThat(book.ambiguity("X-A2").rationale().en()).isEqualTo("silence");
    }

    @Test
    void aFindingMayBeOurs() throws IOException {
        assertThat(read(SHARED).finding("FOUND_BY_US").source()).isInstanceOf(Source.OwnRule.class);
        assertThat(read(SHARED).findings()).extracting(Finding::code).containsExactly("FOUND", "FOUND_BY_US");
    }

    @Test
    void oneDutyMayRestOnSeveralGrounds() throws IOException {
        String entry = CITED.substring(CITED.indexOf("  - code"));
        RuleBook book = read(CITED + entry.replace("code: TOO_SMALL", "code: TOO_SMALL_TOO\n    saidAs: TOO_SMALL"));

        assertThat(book.rule("TOO_SMALL_TOO").code()).isEqualTo("TOO_SMALL");
        assertThat(book.reason("TOO_SMALL_TOO").code()).isEqualTo("TOO_SMALL");
        var inquiry = Inquiry.full(book, Facts.none(), Readings.adopted(), LocalDate.EPOCH);
        inquiry.duty("TOO_SMALL", 3);
        inquiry.duty("TOO_SMALL_TOO", 3);
        assertThat(inquiry.duties()).containsExactly("TOO_SMALL");
        assertThat(inquiry.reasons()).hasSize(2);
    }

    @Test
    void aRuleWithoutPlaceholdersGivesTheSameReasonForEveryCase() throws IOException {
        RuleBook book = read(SHARED);

        assertThat(book.reason("CITING")).isEqualTo(book.rule("CITING").reason());
        assertThatThrownBy(() -> book.reason("OTHER")).hasMessageContaining("OTHER");
    }

    @Test
    void refusesAParagraphItDoesNotHold() {
        assertThatThrownBy(() -> read(SHARED.replace("cites: P-1\nfindings", "cites: P-2\nfindings")))
                .hasMessageContaining("P-2");
        assertThatThrownBy(() -> read(SHARED.replace("[P-1]", "[P-3]"))).hasMessageContaining("P-3");
    }

    @Test
    void refusesARuleThatCitesAParagraphAndQuotesOrIsOurs() {
        assertThatThrownBy(() -> read(CITED + "    cites: P-1\n")).hasMessageContaining("not both");
        assertThatThrownBy(() -> read(SHARED.replace(
                        "    cites: P-1\nfindings", "    cites: P-1\n    ownRule: {en: a, fr: b}\nfindings")))
                .hasMessageContaining("not both");
    }

    @Test
    void refusesTwoOfOneName() {
        assertThatThrownBy(() -> read(SHARED.replace("X-A2", "X-A1"))).hasMessageContaining("two ambiguities");
        assertThatThrownBy(() -> read(SHARED.replace("FOUND_BY_US", "FOUND"))).hasMessageContaining("two findings");
    }

    @Test
    void refusesAFindingOrAnAmbiguityItDoesNotHold() throws IOException {
        RuleBook book = read(SHARED);
        assertThatThrownBy(() -> book.finding("OTHER")).hasMessageContaining("no finding");
        assertThatThrownBy(() -> book.ambiguity("X-A9")).hasMessageContaining("no ambiguity");
        assertThatThrownBy(() -> book.parameter("NONE")).hasMessageContaining("no parameter");
    }

    @Test
    void readsABookOfTheClassPathAndSaysWhichOneIsBad() {
        assertThatThrownBy(() -> RuleBook.read(RuleBookTest.class, "/rules/absent.yaml"))
                .hasMessageContaining("no rule book at /rules/absent.yaml");
    }

    @Test
    void readsABookOfTheClassPath() {
        RuleBook book = RuleBook.read(RuleBookTest.class, "/rules/toy.yaml");
        assertThat(book.version()).isEqualTo("toy");
        assertThat(book.rules()).extracting(Rule::code).containsExactly("FIRST", "SECOND");
    }

    @Test
    void refusesABookWithoutVersion() {
        assertThatThrownBy(() -> read(SHARED.replace("version: \"1\"", "version: \" \"")))
                .hasMessageContaining("a version and rules");
    }

    private static RuleBook read(String yaml) throws IOException {
        return RuleBook.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    }
}
