package ca.balise.deid;

import ca.balise.kit.reasoning.RuleBook;
import ca.balise.kit.testing.VerbatimQuotes;
import org.junit.jupiter.api.Test;

class QuotesTest {

    @Test
    void everyQuoteStandsInTheNotice() {
        VerbatimQuotes.assertAllStandIn(RuleBook.read(QuotesTest.class, "/rules/release.yaml"));
    }
}
