package ca.balise.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceCommandTest {
    @TempDir
    Path folder;

    @Test
    void givesEachServiceAKeyOfItsOwnThatStaysTheSame() {
        List<String> keys = services().stream().map(this::key).toList();

        assertThat(keys)
                .doesNotHaveDuplicates()
                .isEqualTo(services().stream().map(this::key).toList());
        assertThat(keys)
                .allSatisfy(key -> assertThat(Base64.getDecoder().decode(key)).hasSize(32));
    }

    @Test
    void givesTheDoorNoKey() {
        assertThat(environment(QuarkusProcess.GATEWAY).keySet()).noneMatch(name -> name.startsWith("BALISE_KEYS"));
    }

    private String key(QuarkusProcess service) {
        return environment(service)
                .get("BALISE_KEYS_KEY_"
                        + environment(service).get("BALISE_KEYS_CURRENT").toUpperCase(Locale.ROOT));
    }

    private Map<String, String> environment(QuarkusProcess process) {
        StateFolder state = StateFolder.open(folder.resolve("state"));
        Settings settings = Settings.read(Map.of(), folder, state.path());
        Secrets secrets = Secrets.open(state.secrets());
        PostgresServer postgres = new PostgresServer(state, settings.postgresPort(), secrets);
        return new ServiceCommand(settings, state, postgres, secrets)
                .of(process)
                .environment();
    }

    private static List<QuarkusProcess> services() {
        return List.of(QuarkusProcess.DEID, QuarkusProcess.GENAI_REGISTRY, QuarkusProcess.SOCIALMEDIA);
    }
}
