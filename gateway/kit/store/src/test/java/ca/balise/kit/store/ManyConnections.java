package ca.balise.kit.store;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** As many connections as in service: the other tests have one, to see what a connection remembers. */
public class ManyConnections implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("quarkus.datasource.reactive.max-size", "16", "balise.store.answer-within", "30s");
    }
}
