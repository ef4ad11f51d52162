package ca.balise.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each rule has a fixture of its own name under {@code ca.balise.fixture} that breaks it, and nothing but it. */
class LayerRuleTest {

    private static final String SOUND = "ca.balise.fixture.sound";

    @ParameterizedTest
    @EnumSource(LayerRule.class)
    void firesOnTheFixtureThatBreaksIt(LayerRule rule) {
        String broken = "ca.balise.fixture." + rule.name().toLowerCase(Locale.ROOT);
        assertThatThrownBy(() -> rule.check(broken, classes(broken)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Architecture Violation");
    }

    @ParameterizedTest
    @EnumSource(LayerRule.class)
    void otherRulesStaySilentOnIt(LayerRule rule) {
        String broken = "ca.balise.fixture." + rule.name().toLowerCase(Locale.ROOT);
        JavaClasses classes = classes(broken);
        List<LayerRule> fired = Arrays.stream(LayerRule.values())
                .filter(other -> fires(other, broken, classes))
                .toList();
        assertThat(fired).containsExactly(rule);
    }

    @ParameterizedTest
    @EnumSource(LayerRule.class)
    void acceptsASoundService(LayerRule rule) {
        rule.check(SOUND, classes(SOUND));
    }

    @Test
    void refusesToProveAnythingOfAnEmptyPackage() {
        assertThatThrownBy(() -> LayerRule.MODEL_IS_PLAIN_JAVA.check("ca.balise.nowhere"))
                .hasMessageContaining("no classes");
    }

    private static boolean fires(LayerRule rule, String service, JavaClasses classes) {
        try {
            rule.check(service, classes);
            return false;
        } catch (AssertionError violation) {
            return true;
        }
    }

    private static JavaClasses classes(String service) {
        return new ClassFileImporter().importPackages(service);
    }
}
