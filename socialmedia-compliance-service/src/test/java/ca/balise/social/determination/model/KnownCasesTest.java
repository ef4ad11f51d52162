package ca.balise.social.determination.model;

import ca.balise.kit.testing.KnownCase;
import ca.balise.social.determination.Accounts;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules on the cases with known answers, without a server. */
class KnownCasesTest {

    static Stream<KnownCase> cases() {
        return KnownCase.all("socialmedia-determinations.json");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theRulesAnswerTheCase(KnownCase known) {
        known.assertAnsweredBy(Accounts.answer(known.request()));
    }

    /** What the case does not expect, it does not get. */
    @ParameterizedTest
    @MethodSource("cases")
    void andSayNoMoreThanThat(KnownCase known) {
        var answer = Accounts.answer(known.request());
        for (String member : new String[] {"outstanding", "ambiguities"}) {
            if (known.expected().has(member)
                    && answer.get(member).size() != known.expected().get(member).size()) {
                throw new AssertionError(known + ": " + answer.get(member));
            }
        }
    }
}
