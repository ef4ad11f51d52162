package ca.balise.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    private static Settings read(Map<String, String> environment) {
        return Settings.read(environment, Path.of("/checkout"), Path.of("/checkout/.suite"));
    }

    @Test
    void standsOnThePortsOfTheContractUnlessToldOtherwise() {
        Settings settings = read(Map.of());

        assertThat(settings.ports())
                .containsEntry("BALISE_GATEWAY_PORT", 8080)
                .containsEntry("BALISE_DEID_PORT", 8081)
                .containsEntry("BALISE_GENAI_REGISTRY_PORT", 8082)
                .containsEntry("BALISE_SOCIALMEDIA_PORT", 8083)
                .containsEntry("BALISE_GATEWAY_MANAGEMENT_PORT", 9080)
                .containsEntry("BALISE_DEID_MANAGEMENT_PORT", 9081)
                .containsEntry("BALISE_GENAI_REGISTRY_MANAGEMENT_PORT", 9082)
                .containsEntry("BALISE_SOCIALMEDIA_MANAGEMENT_PORT", 9083)
                .containsEntry("BALISE_KEYCLOAK_PORT", 8180)
                .containsKey("BALISE_POSTGRES_PORT")
                .hasSize(10);
    }

    @Test
    void movesAPortByItsVariable() {
        Settings settings = read(Map.of("BALISE_GATEWAY_PORT", " 18080 ", "BALISE_POSTGRES_PORT", "15432"));

        assertThat(settings.door()).hasToString("http://localhost:18080");
        assertThat(settings.postgresPort()).isEqualTo(15432);
    }

    @Test
    void takesAnEmptyVariableForAnUnsetOne() {
        assertThat(read(Map.of("BALISE_DEID_PORT", "")).port(QuarkusProcess.DEID))
                .isEqualTo(8081);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "0", "-1", "65536", "80.5", "99999999999"})
    void refusesWhatIsNoPort(String value) {
        assertThatExceptionOfType(SuiteFailure.class)
                .isThrownBy(() -> read(Map.of("BALISE_DEID_PORT", value)))
                .withMessage("BALISE_DEID_PORT is '" + value + "': it must be a number from 1 to 65535");
    }

    @Test
    void refusesOnePortForTwo() {
        assertThatExceptionOfType(SuiteFailure.class)
                .isThrownBy(() -> read(Map.of("BALISE_KEYCLOAK_PORT", "9083")))
                .withMessageContaining("BALISE_SOCIALMEDIA_MANAGEMENT_PORT and BALISE_KEYCLOAK_PORT are both 9083");
    }

    @Test
    void keepsEveryAddressOnTheLoopbackInterface() {
        Settings settings = read(Map.of());

        assertThat(QuarkusProcess.values()).allSatisfy(process -> {
            assertThat(settings.address(process).getHost()).isEqualTo("127.0.0.1");
            assertThat(settings.readiness(process).getHost()).isEqualTo("127.0.0.1");
        });
    }

    @Test
    void handsItsPortsToAnotherCommand() {
        Settings settings = read(Map.of("BALISE_DEID_PORT", "18081"));

        assertThat(read(settings.asEnvironment())).isEqualTo(settings);
    }
}
