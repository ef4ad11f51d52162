package ca.balise.acceptance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import ca.balise.acceptance.SpanCollector.Received;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One request is one trace: the caller's own, through the door and a service to the database, and nothing of a person in it. */
@ExtendWith(RunningSuite.class)
class TracesIT {

    private static final String DOOR = "gateway";
    private static final String SERVICE = "deid-service";

    @Test
    void theTraceOfACallerContinuesThroughTheDoorAndTheServiceToTheDatabase() {
        String traceId = UUID.randomUUID().toString().replace("-", "");
        String caller = "00f067aa0ba902b7";

        String id = specification().path("id");
        ask("/deid/v1/specifications/" + id, "00-" + traceId + "-" + caller + "-01", 200);

        List<Received> trace = traceOf(traceId);
        Received door = only(trace, DOOR, SpanKind.SPAN_KIND_SERVER);
        Received relay = only(trace, DOOR, SpanKind.SPAN_KIND_CLIENT);
        Received service = only(trace, SERVICE, SpanKind.SPAN_KIND_SERVER);
        List<Received> database = some(trace, SERVICE, SpanKind.SPAN_KIND_CLIENT);
        assertThat(door.parent()).isEqualTo(caller);
        assertThat(relay.parent()).isEqualTo(door.id());
        assertThat(service.parent()).isEqualTo(relay.id());
        assertThat(database)
                .isNotEmpty()
                .allSatisfy(span -> assertThat(span.parent()).isEqualTo(service.id()));
        assertThat(database)
                .anySatisfy(span -> assertThat(span.span().getName()).isEqualTo("SELECT specification"));
        assertThat(door.span().getName()).isEqualTo("GET /deid/{path}");
        assertThat(service.span().getName()).isEqualTo("GET /deid/v1/specifications/{id}");
    }

    @Test
    void aProblemNamesTheTraceThatItsSpansAreFoundUnder() {
        Response answer = ask("/deid/v1/specifications/" + UUID.randomUUID(), null, 404);

        assertThat(traceOf(answer.path("traceId"))).isNotEmpty();
    }

    @Test
    void aSpanSaysNothingThatACallerCouldChoose() {
        String traceId = UUID.randomUUID().toString().replace("-", "");
        String marker = "marker" + UUID.randomUUID().toString().replace("-", "");
        given().auth()
                .oauth2(RunningSuite.token("alice"))
                .header("traceparent", "00-" + traceId + "-00f067aa0ba902b7-01")
                .header("tracestate", "vendor=" + marker)
                .header("baggage", "name=" + marker)
                .header("Host", marker + ".example")
                .header("User-Agent", marker)
                .header("X-Forwarded-For", marker)
                .header("Referer", "https://" + marker + ".example/")
                .contentType("text/csv")
                .body(marker + "\n" + marker + "\n")
                .post(RunningSuite.door() + "/deid/v1/scores?specification=" + marker + "&name=" + marker)
                .then()
                .statusCode(400);
        ask("/deid/v1/specifications/" + marker, "00-" + traceId + "-00f067aa0ba902b7-01", 404);
        ask("/deid/" + marker, "00-" + traceId + "-00f067aa0ba902b7-01", 404);

        List<Received> trace = RunningSuite.spans()
                .trace(
                        traceId,
                        spans -> some(spans, SERVICE, SpanKind.SPAN_KIND_SERVER).size() == 3
                                && some(spans, DOOR, SpanKind.SPAN_KIND_SERVER).size() == 3);

        assertThat(trace.toString()).doesNotContain(marker);
        assertThat(trace).allSatisfy(span -> {
            assertThat(span.span().getTraceState()).isEmpty();
            assertThat(span.span().getEventsList()).isEmpty();
            assertThat(span.attributes())
                    .doesNotContainKeys(
                            "url.path",
                            "url.query",
                            "url.full",
                            "client.address",
                            "network.peer.address",
                            "user_agent.original");
        });
    }

    /** Until every kind of span that one request makes has arrived. */
    private static List<Received> traceOf(String traceId) {
        return RunningSuite.spans()
                .trace(
                        traceId,
                        spans -> !some(spans, DOOR, SpanKind.SPAN_KIND_SERVER).isEmpty()
                                && !some(spans, DOOR, SpanKind.SPAN_KIND_CLIENT).isEmpty()
                                && !some(spans, SERVICE, SpanKind.SPAN_KIND_SERVER)
                                        .isEmpty());
    }

    private static Received only(List<Received> trace, String service, SpanKind kind) {
        assertThat(some(trace, service, kind)).hasSize(1);
        return some(trace, service, kind).getFirst();
    }

    private static List<Received> some(List<Received> trace, String service, SpanKind kind) {
        return trace.stream()
                .filter(span -> span.service().equals(service) && span.span().getKind() == kind)
                .toList();
    }

    private static Response specification() {
        return given().auth()
                .oauth2(RunningSuite.token("alice"))
                .contentType("application/json")
                .body("{\"variables\": [{\"name\": \"sex\", \"role\": \"QUASI_IDENTIFIER\"}]}")
                .post(RunningSuite.door() + "/deid/v1/specifications");
    }

    private static Response ask(String path, String traceparent, int status) {
        var request = given().auth().oauth2(RunningSuite.token("alice"));
        if (traceparent != null) {
            request.header("traceparent", traceparent);
        }
        Response answer = request.get(RunningSuite.door() + path);
        assertThat(answer.statusCode()).isEqualTo(status);
        return answer;
    }
}
