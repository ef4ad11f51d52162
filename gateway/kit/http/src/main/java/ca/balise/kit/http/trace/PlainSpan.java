package ca.balise.kit.http.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A span as it may leave the process: its name, its place in the trace, its times, whether it failed, and of its attributes those named
 * here. The instrumentation also notes the path, the query, the host asked for, the address and the program of the caller, and what an
 * exception said; any of it may be of a person, and a new version may note more, so what is not named does not leave.
 */
final class PlainSpan implements ReadableSpan {

    /**
     * OpenTelemetry semantic conventions, stable and former names. A statement is there because values never stand in it: the
     * application passes them as parameters, and the instrumentation masks every literal before it notes the text.
     */
    private static final Set<String> MAY_LEAVE = Set.of(
            "http.request.method",
            "http.response.status_code",
            "http.route",
            "http.request.body.size",
            "http.response.body.size",
            "url.scheme",
            "network.protocol.version",
            "error.type",
            "db.system.name",
            "db.operation",
            "db.operation.name",
            "db.sql.table",
            "db.collection.name",
            "db.query.summary",
            "db.statement",
            "db.query.text",
            "db.response.status_code");

    private final ReadableSpan span;

    PlainSpan(ReadableSpan span) {
        this.span = span;
    }

    @Override
    public SpanContext getSpanContext() {
        return withoutState(span.getSpanContext());
    }

    @Override
    public SpanContext getParentSpanContext() {
        return withoutState(span.getParentSpanContext());
    }

    @Override
    public String getName() {
        return span.getName();
    }

    @Override
    public SpanData toSpanData() {
        return new PlainData(span.toSpanData());
    }

    @Override
    @SuppressWarnings("deprecation") // The interface still asks for it.
    public io.opentelemetry.sdk.common.InstrumentationLibraryInfo getInstrumentationLibraryInfo() {
        return span.getInstrumentationLibraryInfo();
    }

    @Override
    public InstrumentationScopeInfo getInstrumentationScopeInfo() {
        return span.getInstrumentationScopeInfo();
    }

    @Override
    public boolean hasEnded() {
        return span.hasEnded();
    }

    @Override
    public long getLatencyNanos() {
        return span.getLatencyNanos();
    }

    @Override
    public SpanKind getKind() {
        return span.getKind();
    }

    @Override
    public <T> @Nullable T getAttribute(AttributeKey<T> key) {
        return MAY_LEAVE.contains(key.getKey()) ? span.getAttribute(key) : null;
    }

    @Override
    public Attributes getAttributes() {
        return plain(span.getAttributes());
    }

    private static Attributes plain(Attributes attributes) {
        return attributes.toBuilder()
                .removeIf(key -> !MAY_LEAVE.contains(key.getKey()))
                .build();
    }

    /** The state is a text of the caller's. */
    private static SpanContext withoutState(SpanContext context) {
        return SpanContext.create(
                context.getTraceId(), context.getSpanId(), context.getTraceFlags(), TraceState.getDefault());
    }

    private static final class PlainData extends DelegatingSpanData {

        private final Attributes attributes;

        PlainData(SpanData data) {
            super(data);
            attributes = plain(data.getAttributes());
        }

        @Override
        public SpanContext getSpanContext() {
            return withoutState(super.getSpanContext());
        }

        @Override
        public SpanContext getParentSpanContext() {
            return withoutState(super.getParentSpanContext());
        }

        @Override
        public Attributes getAttributes() {
            return attributes;
        }

        @Override
        public int getTotalAttributeCount() {
            return attributes.size();
        }

        /** Whether it failed, without what the failure said. */
        @Override
        public StatusData getStatus() {
            return StatusData.create(super.getStatus().getStatusCode(), "");
        }

        /** An exception is noted as an event, with its message; the log has its class and where it was thrown. */
        @Override
        public List<EventData> getEvents() {
            return List.of();
        }

        @Override
        public int getTotalRecordedEvents() {
            return 0;
        }

        @Override
        public List<LinkData> getLinks() {
            return List.of();
        }

        @Override
        public int getTotalRecordedLinks() {
            return 0;
        }
    }
}
