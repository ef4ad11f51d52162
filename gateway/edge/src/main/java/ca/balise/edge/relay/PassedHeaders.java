package ca.balise.edge.relay;

import ca.balise.kit.http.trace.TraceId;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which headers pass. Those of one connection (RFC 9110 §7.6.1) and those the {@code Connection} header nominates stay on it; what
 * is said about where a request came from is said by the door alone. {@code Host} passes unchanged, so that an address in an answer
 * is one the caller can follow.
 */
final class PassedHeaders {

    private static final Set<String> OF_ONE_CONNECTION = Set.of(
            "connection",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "http2-settings");

    /** Said by the door, or answered by it: {@code Expect} asks the next hop, which is the door. */
    private static final Set<String> NEVER_FROM_OUTSIDE = Set.of("forwarded", "x-real-ip", "expect", TraceId.HEADER);

    private static final String FORWARDED = "x-forwarded-";

    private PassedHeaders() {}

    /** The headers of a request, for the service. */
    static void toService(HttpServerRequest request, MultiMap outbound) {
        Set<String> nominated = nominated(request.headers());
        for (Map.Entry<String, String> header : request.headers()) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (passes(name, nominated) && !NEVER_FROM_OUTSIDE.contains(name) && !name.startsWith(FORWARDED)) {
                outbound.add(header.getKey(), header.getValue());
            }
        }
        String trace = request.getHeader(TraceId.HEADER);
        if (trace != null && !TraceId.isTraced()) {
            outbound.set(TraceId.HEADER, trace);
        }
        outbound.set("X-Forwarded-For", request.remoteAddress().hostAddress());
        outbound.set("X-Forwarded-Proto", request.isSSL() ? "https" : "http");
        String host = request.getHeader(HttpHeaders.HOST);
        if (host != null) {
            outbound.set("X-Forwarded-Host", host);
        }
    }

    /** The headers of an answer, for the caller. */
    static void toCaller(MultiMap answer, MultiMap outbound) {
        Set<String> nominated = nominated(answer);
        for (Map.Entry<String, String> header : answer) {
            if (passes(header.getKey().toLowerCase(Locale.ROOT), nominated)) {
                outbound.add(header.getKey(), header.getValue());
            }
        }
    }

    private static boolean passes(String name, Set<String> nominated) {
        return !OF_ONE_CONNECTION.contains(name) && !nominated.contains(name);
    }

    /** The length frames the message for the next hop too: nominating it would leave a body without an end. */
    private static Set<String> nominated(MultiMap headers) {
        return headers.getAll(HttpHeaders.CONNECTION).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> !name.equals("content-length") && !name.equals("host"))
                .collect(Collectors.toUnmodifiableSet());
    }
}
