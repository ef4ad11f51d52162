package ca.balise.kit.store;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** For tests of what happens at the same time, and soon. */
public final class BusyReplicas implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "quarkus.datasource.reactive.max-size", "32",
                "balise.jobs.beat", "100ms",
                // Tests look for lost replicas themselves.
                "balise.jobs.sweep-every", "1h",
                "balise.jobs.follow.poll", "20ms",
                "balise.jobs.follow.heartbeat", "100ms",
                "balise.jobs.follow.most", "2");
    }
}
