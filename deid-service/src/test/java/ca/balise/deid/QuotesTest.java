package ca.balise.deid;

import ca.balise.kit.reasoning.RuleBook;
import ca.balise.kit.testing.VerbatimQuotes;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotesTest {

    @ParameterizedTest
    @ValueSource(strings = {"/rules/release.yaml", "/rules/minimum-cell-size.yaml"})
    void everyQuoteStandsInTheNotice(String book) {
        VerbatimQuotes.assertAllStandIn(RuleBook.read(QuotesTest.class, book));
    }
}
