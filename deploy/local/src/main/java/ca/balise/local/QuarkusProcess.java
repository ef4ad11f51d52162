package ca.balise.local;

import java.util.Locale;
import java.util.Optional;

/** The four processes of ours, with the places and limits that they have locally. */
enum QuarkusProcess {
    /** Holds the cells of a scored data set in memory: twice the heap of the others. */
    DEID("deid", "deid-service", 8081, 9081, 512),
    GENAI_REGISTRY("genai-registry", "genai-registry-service", 8082, 9082, 256),
    SOCIALMEDIA("socialmedia", "socialmedia-compliance-service", 8083, 9083, 256),
    GATEWAY("gateway", "gateway/edge", 8080, 9080, 256);

    private final String label;
    private final String module;
    private final int defaultPort;
    private final int defaultManagementPort;
    private final int heapMiB;

    QuarkusProcess(String label, String module, int defaultPort, int defaultManagementPort, int heapMiB) {
        this.label = label;
        this.module = module;
        this.defaultPort = defaultPort;
        this.defaultManagementPort = defaultManagementPort;
        this.heapMiB = heapMiB;
    }

    /** The name in messages, logs and commands; for a service also its token audience and the first part of its paths. */
    String label() {
        return label;
    }

    /** The module's folder, from the root of the checkout. */
    String module() {
        return module;
    }

    int defaultPort() {
        return defaultPort;
    }

    int defaultManagementPort() {
        return defaultManagementPort;
    }

    /** Largest Java heap, in MiB. */
    int heapMiB() {
        return heapMiB;
    }

    /** The environment variable that moves its port. */
    String portVariable() {
        return "BALISE_" + name() + "_PORT";
    }

    /** The environment variable that moves its management port (health and metrics). */
    String managementPortVariable() {
        return "BALISE_" + name() + "_MANAGEMENT_PORT";
    }

    /** Its own database, which no other process may open; the door has none. */
    Optional<String> database() {
        return this == GATEWAY ? Optional.empty() : Optional.of(label.replace('-', '_'));
    }

    /** The setting by which the door learns a service's address. */
    String routeVariable() {
        return "BALISE_EDGE_ROUTES_" + label.replace('-', '_').toUpperCase(Locale.ROOT) + "_ADDRESS";
    }
}
