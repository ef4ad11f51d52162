package ca.balise.acceptance.conformance;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request to be sent.
 *
 * @param target its path and, after a question mark, its query
 * @param caller whose token goes with it; {@code null}: none does
 * @param body its octets; {@code null}: it has none
 */
record Request(String method, String target, Caller caller, Map<String, String> headers, byte[] body) {

    static Request of(String method, String target, Caller caller) {
        return new Request(method, target, caller, Map.of(), null);
    }

    Request by(Caller other) {
        return new Request(method, target, other, headers, body);
    }

    Request method(String other) {
        return new Request(other, target, caller, headers, body);
    }

    Request at(String other) {
        return new Request(method, other, caller, headers, body);
    }

    Request with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Request(method, target, caller, more, body);
    }

    Request without(String header) {
        Map<String, String> fewer = new LinkedHashMap<>(headers);
        fewer.remove(header);
        return new Request(method, target, caller, fewer, body);
    }

    /** The same with another body of the same media type. */
    Request saying(byte[] other) {
        return new Request(method, target, caller, headers, other);
    }

    Request saying(Payload payload) {
        return saying(payload.octets()).with("Content-Type", payload.mediaType());
    }

    /** The same with one query parameter more, or with another value of it. */
    Request asking(String parameter, String value) {
        String name = encoded(parameter);
        int question = target.indexOf('?');
        StringBuilder query = new StringBuilder();
        if (question >= 0) {
            for (String pair : target.substring(question + 1).split("&")) {
                if (!pair.startsWith(name + "=")) {
                    query.append(pair).append('&');
                }
            }
        }
        String path = question < 0 ? target : target.substring(0, question);
        return at(path + "?" + query + name + "=" + encoded(value));
    }

    /** The path asked for, without the query. */
    String path() {
        int question = target.indexOf('?');
        return question < 0 ? target : target.substring(0, question);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
