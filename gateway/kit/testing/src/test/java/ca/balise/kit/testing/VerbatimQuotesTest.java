package ca.balise.kit.testing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.balise.kit.reasoning.Source;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerbatimQuotesTest {

    private static final String TEXT = "L’avis dit :\n  « la taille   minimale »,\net l'on s'arrête.";

    @ParameterizedTest
    @ValueSource(strings = {"L’avis dit : « la taille minimale »", "et l'on\ts'arrête.", "minimale », et"})
    void onlyTheLengthOfWhiteSpaceIsForgiven(String quote) {
        assertThatCode(() -> check(quote)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"L'avis dit", "l’avis dit", "«\u00a0la taille", "tailleminimale", "s'arrete", " "})
    void nothingElseIs(String quote) {
        assertThatThrownBy(() -> check(quote)).hasMessageContaining(quote);
    }

    @Test
    void refusesToProveNothing() {
        assertThatThrownBy(() -> VerbatimQuotes.assertAllStandIn(List.of(), instrument -> TEXT))
                .hasMessageContaining("no citation");
    }

    private static void check(String quote) {
        VerbatimQuotes.assertAllStandIn(List.of(new Source.Citation("PIN-0000-00", "1", quote)), instrument -> TEXT);
    }
}
