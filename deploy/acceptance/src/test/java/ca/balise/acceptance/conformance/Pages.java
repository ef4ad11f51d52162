package ca.balise.acceptance.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A walk through a collection along its links.
 *
 * @param keys what each item is known by, in the order met
 * @param next where the walk would go on; {@code null} at the end
 */
record Pages(List<String> keys, String next) {

    /** More pages than a collection of a test can have: a walk that is longer goes in circles. */
    private static final int CIRCLE = 2_000;

    private static final Pattern NEXT = Pattern.compile("<([^>]*)>\\s*;\\s*rel=\"?next\"?");

    /** The whole collection, in pages as large as may be. */
    static Pages all(Party party, ApiOperation list, Request first) {
        return walk(party, first.asking("limit", String.valueOf(list.mostItems())), CIRCLE);
    }

    /** At most so many pages from a request on. */
    static Pages walk(Party party, Request first, int most) {
        List<String> keys = new ArrayList<>();
        Request request = first;
        for (int page = 0; page < most; page++) {
            Answer answer = party.send(request);
            if (answer.status() != 200) {
                throw new Untriable("page " + (page + 1) + " of " + request.path() + ": " + answer.told());
            }
            answer.json().path("items").forEach(item -> keys.add(key(item)));
            Optional<String> link = link(answer);
            // A feed always says where to go on: it ends, for now, with an empty page.
            if (link.isEmpty() || answer.json().path("items").isEmpty()) {
                return new Pages(keys, null);
            }
            request = request.at(resolved(request, link.get()));
        }
        if (most == CIRCLE) {
            throw new Untriable("the pages of " + first.path() + " do not end");
        }
        return new Pages(keys, request.target());
    }

    /** The reference in the Link header to the next page, as it is written. */
    static Optional<String> link(Answer answer) {
        Matcher found = NEXT.matcher(answer.header("Link"));
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    /** Where a link leads: path and query. */
    static String resolved(Request request, String link) {
        URI target = URI.create("http://here" + request.target()).resolve(link);
        return target.getRawPath() + (target.getRawQuery() == null ? "" : "?" + target.getRawQuery());
    }

    /** What an item is known by. */
    static String key(JsonNode item) {
        for (String member : List.of("id", "sequence", "code")) {
            if (item.path(member).isValueNode()) {
                return item.get(member).asText();
            }
        }
        return item.toString();
    }
}
