package ca.balise.kit.http.trace;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Traces are kept where somebody collects them: where {@code OTEL_EXPORTER_OTLP_ENDPOINT}, the variable of the OpenTelemetry
 * specification, says where. Elsewhere tracing is off altogether: a laptop pays nothing for it and reads no complaint about a collector
 * that is not there.
 */
public final class TracesWhereWanted implements ConfigSourceFactory {

    private static final String ENDPOINT = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private static final String DISABLED = "quarkus.otel.sdk.disabled";
    /** Below every application.properties and the environment, which may still say otherwise. */
    private static final int ORDINAL = 90;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        String endpoint = value(context, ENDPOINT);
        // Said in both cases: what the build saw is remembered as the default.
        Map<String, String> settings = endpoint.isBlank()
                ? Map.of(DISABLED, "true")
                : Map.of(DISABLED, "false", "quarkus.otel.exporter.otlp.endpoint", endpoint.strip());
        return List.of(new PropertiesConfigSource(settings, "traces where wanted", ORDINAL));
    }

    private static String value(ConfigSourceContext context, String name) {
        ConfigValue value = context.getValue(name);
        return value == null || value.getValue() == null ? "" : value.getValue();
    }
}
