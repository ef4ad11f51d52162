package ca.balise.kit.store;

import ca.balise.kit.testing.LayerRule;
import org.junit.jupiter.api.Test;

class AlarmTest {

    /** The services and the door ask the same of themselves, with the other rules of their layers. */
    @Test
    void oneClassOfTheKitCallsAPersonAndNoOther() {
        LayerRule.ONLY_THE_KIT_CALLS_A_PERSON.check("ca.balise.kit");
    }
}
