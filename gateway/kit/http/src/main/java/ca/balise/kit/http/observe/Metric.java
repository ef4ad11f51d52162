package ca.balise.kit.http.observe;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One metric of the suite, described once: a module keeps its own as constants of one class, and nothing is recorded under
 * {@code balise.} but through one of them. {@code deploy/docs/metrics.md} is the same table for operators, and the tests compare the
 * two.
 *
 * <p>A tag has a handful of values, all known when the program is written: a verdict, a code of a catalogue, a route. Never an
 * identifier, a path or its parameters, a name, an address or a text; and never an institution: how much one of them does, and when, is
 * asked of the audit log by those who may, while metrics are read by everyone who operates the machines, and in a small institution a
 * count an hour is what one person did.
 *
 * @param id its name in the program, with dots: {@code balise.}, then a noun, then what of it; Prometheus sees it by its own convention
 * @param type how it is measured
 * @param unit what one is: {@code seconds} for a timer, {@code bytes}, or a noun in the plural
 * @param meaning what the reader of a dashboard needs to know, in a sentence or two
 * @param tags the keys of its tags, in the order in which their values are given
 */
public record Metric(String id, Meter.Type type, String unit, String meaning, List<String> tags) {

    public Metric {
        tags = List.copyOf(tags);
    }

    /** One that only grows. */
    public static Metric ofCount(String id, String unit, String meaning, String... tags) {
        return new Metric(id, Meter.Type.COUNTER, unit, meaning, List.of(tags));
    }

    /** One of how often and how long. */
    public static Metric ofTime(String id, String meaning, String... tags) {
        return new Metric(id, Meter.Type.TIMER, "seconds", meaning, List.of(tags));
    }

    /** One of how often and how much. */
    public static Metric ofAmount(String id, String unit, String meaning, String... tags) {
        return new Metric(id, Meter.Type.DISTRIBUTION_SUMMARY, unit, meaning, List.of(tags));
    }

    /** One of how it is now. */
    public static Metric ofState(String id, String unit, String meaning, String... tags) {
        return new Metric(id, Meter.Type.GAUGE, unit, meaning, List.of(tags));
    }

    /**
     * Its counter for these tag values.
     *
     * @param values one for each of the tags
     */
    public Counter counter(MeterRegistry registry, String... values) {
        require(Meter.Type.COUNTER);
        return Counter.builder(id)
                .description(meaning)
                .baseUnit(baseUnit())
                .tags(tagged(values))
                .register(registry);
    }

    /**
     * Its timer for these tag values.
     *
     * @param values one for each of the tags
     */
    public Timer timer(MeterRegistry registry, String... values) {
        require(Meter.Type.TIMER);
        return Timer.builder(id).description(meaning).tags(tagged(values)).register(registry);
    }

    /**
     * Its summary for these tag values.
     *
     * @param values one for each of the tags
     */
    public DistributionSummary summary(MeterRegistry registry, String... values) {
        require(Meter.Type.DISTRIBUTION_SUMMARY);
        return DistributionSummary.builder(id)
                .description(meaning)
                .baseUnit(baseUnit())
                .tags(tagged(values))
                .register(registry);
    }

    /**
     * Shows a number as it is whenever the metrics are read.
     *
     * @param now asked then, on any thread
     * @param values one for each of the tags
     */
    public void gauge(MeterRegistry registry, Supplier<Number> now, String... values) {
        require(Meter.Type.GAUGE);
        Gauge.builder(id, now)
                .description(meaning)
                .baseUnit(baseUnit())
                .tags(tagged(values))
                .strongReference(true)
                .register(registry);
    }

    /** The unit as part of the name, by the convention of Prometheus: of what has a size, not of things that are counted. */
    public @Nullable String baseUnit() {
        return unit.equals("bytes") ? unit : null;
    }

    private void require(Meter.Type wanted) {
        if (type != wanted) {
            throw new IllegalStateException(id + " is a " + type);
        }
    }

    private Tags tagged(String... values) {
        if (values.length != tags.size()) {
            throw new IllegalArgumentException(id + " takes a value for each of " + tags);
        }
        return Tags.of(IntStream.range(0, values.length)
                .mapToObj(i -> Tag.of(tags.get(i), values[i]))
                .toList());
    }
}
