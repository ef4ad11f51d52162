package ca.balise.edge;

import ca.balise.kit.testing.LayerRule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LayersTest {

    @ParameterizedTest
    @EnumSource(LayerRule.class)
    void keepsTheLayers(LayerRule rule) {
        rule.check("ca.balise.edge");
    }
}
