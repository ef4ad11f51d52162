package ca.balise.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import ca.balise.kit.http.observe.Metric;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.prometheus.PrometheusNamingConvention;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The metrics that a process keeps, compared with those it describes and with the table that operators read. */
public final class MetricsTable {

    /** What the suite names itself; the rest is the framework's. */
    private static final String OURS = "balise.";

    private MetricsTable() {}

    /**
     * Fails unless each of our meters in the registry is described: by its name, its type and the keys of its tags.
     *
     * @param described what the process may keep
     */
    public static void requireDescribed(MeterRegistry registry, List<Metric> described) {
        Map<String, Metric> known = described.stream().collect(Collectors.toMap(Metric::id, Function.identity()));
        List<Meter.Id> ours = registry.getMeters().stream()
                .map(Meter::getId)
                .filter(id -> id.getName().startsWith(OURS))
                .toList();
        assertThat(ours)
                .as("nothing was measured, which would prove nothing")
                .isNotEmpty()
                .allSatisfy(id -> {
                    assertThat(known).containsKey(id.getName());
                    Metric metric = Objects.requireNonNull(known.get(id.getName()));
                    assertThat(id.getType()).isEqualTo(metric.type());
                    assertThat(id.getTags()).extracting(Tag::getKey).containsExactlyInAnyOrderElementsOf(metric.tags());
                    assertThat(id.getDescription()).isEqualTo(metric.meaning());
                });
    }

    /**
     * Fails unless the section of that title in {@code deploy/docs/metrics.md} is the table of these metrics.
     *
     * @param title of the section
     */
    public static void requireDocumented(String title, List<Metric> metrics) {
        String table = metrics.stream().map(MetricsTable::row).collect(Collectors.joining("\n"));
        assertThat(section(title))
                .as("deploy/docs/metrics.md, section \"%s\", must hold these rows:%n%s%n", title, table)
                .contains("\n|---|---|---|---|---|\n" + table + "\n");
        assertThat(section(title).lines().filter(line -> line.startsWith("| `")))
                .hasSameSizeAs(metrics);
    }

    /** As Prometheus calls it. */
    @SuppressWarnings(
            "deprecation") // The convention of the registry that Quarkus brings, which Micrometer has a successor for.
    public static String prometheusName(Metric metric) {
        return new PrometheusNamingConvention().name(metric.id(), metric.type(), metric.baseUnit());
    }

    private static String row(Metric metric) {
        String tags = metric.tags().stream().map(tag -> "`" + tag + "`").collect(Collectors.joining(", "));
        return "| `%s` | %s | %s | %s | %s |"
                .formatted(
                        prometheusName(metric),
                        metric.type().name().toLowerCase(Locale.ROOT).replace("distribution_", ""),
                        metric.unit(),
                        tags.isEmpty() ? "–" : tags,
                        metric.meaning());
    }

    private static String section(String title) {
        String page = page();
        int start = page.indexOf("\n## " + title + "\n");
        assertThat(start)
                .as("deploy/docs/metrics.md has a section \"%s\"", title)
                .isNotNegative();
        int end = page.indexOf("\n## ", start + 1);
        return page.substring(start, end < 0 ? page.length() : end);
    }

    private static String page() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path page = folder.resolve("deploy/docs/metrics.md");
            if (Files.isRegularFile(page)) {
                try {
                    return Files.readString(page);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        throw new IllegalStateException("not inside a checkout");
    }
}
