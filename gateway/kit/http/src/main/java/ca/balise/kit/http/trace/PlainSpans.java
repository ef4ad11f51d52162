package ca.balise.kit.http.trace;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdkBuilder;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.quarkus.arc.All;
import io.quarkus.opentelemetry.runtime.AutoConfiguredOpenTelemetrySdkBuilderCustomizer;
import io.quarkus.opentelemetry.runtime.exporter.otlp.tracing.RemoveableLateBoundSpanProcessor;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Hands every span that ends to the exporters as a {@link PlainSpan}. It stands in the place of the framework's own customizer of the
 * tracer provider ({@code quarkus.arc.exclude-types}), which would hand them the spans as they are.
 */
@Singleton
class PlainSpans implements AutoConfiguredOpenTelemetrySdkBuilderCustomizer {

    private final List<SpanProcessor> processors;

    PlainSpans(@All List<SpanProcessor> processors) {
        this.processors = processors;
    }

    @Override
    public void customize(AutoConfiguredOpenTelemetrySdkBuilder builder) {
        builder.addTracerProviderCustomizer((provider, config) -> {
            processors.stream()
                    // What the framework puts in the place of an exporter that is off.
                    .filter(processor -> !(processor instanceof RemoveableLateBoundSpanProcessor))
                    .forEach(processor -> provider.addSpanProcessor(new Plain(processor)));
            return provider;
        });
    }

    private record Plain(SpanProcessor exporter) implements SpanProcessor {

        @Override
        public void onStart(Context parent, ReadWriteSpan span) {
            exporter.onStart(parent, span);
        }

        @Override
        public boolean isStartRequired() {
            return exporter.isStartRequired();
        }

        @Override
        public void onEnd(ReadableSpan span) {
            exporter.onEnd(new PlainSpan(span));
        }

        @Override
        public boolean isEndRequired() {
            return exporter.isEndRequired();
        }

        @Override
        public CompletableResultCode shutdown() {
            return exporter.shutdown();
        }

        @Override
        public CompletableResultCode forceFlush() {
            return exporter.forceFlush();
        }
    }
}
