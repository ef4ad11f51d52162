package ca.balise.kit.http.problem;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Refuses an Accept or Content-Type header that names no media type: the framework fails on one, and answers as if the fault were
 * ours.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-8.3.1">RFC 9110, media types</a>
 */
public class MediaTypeHeaders {

    /** After authentication (200) and authorization (100): a stranger hears 401 whatever the headers are. */
    private static final int BEHIND_THE_GUARD = 50;

    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]++";

    /** Looser than the standard in unquoted values: boundaries of forms are often sent with characters that ask for quotes. */
    private static final String PARAMETERS =
            "(?:[ \t]*+;[ \t]*+" + TOKEN + "=(?:\"(?:[^\"\\\\]|\\\\.)*+\"|[^ \t;,\"]++))*+";

    private static final Pattern TYPE = Pattern.compile(TOKEN + "/" + TOKEN + PARAMETERS + "[ \t]*+;?");

    /** A lone asterisk is what Java's own client sends for any type. */
    private static final Pattern RANGE = Pattern.compile("(?:\\*|" + TOKEN + "/" + TOKEN + ")" + PARAMETERS);

    private final ProblemWriter problems;

    MediaTypeHeaders(ProblemWriter problems) {
        this.problems = problems;
    }

    void register(@Observes Filters filters) {
        filters.register(this::judge, BEHIND_THE_GUARD);
    }

    private void judge(RoutingContext context) {
        MultiMap headers = context.request().headers();
        if (!isOneType(headers.getAll(HttpHeaders.CONTENT_TYPE))) {
            problems.answer(new ProblemException(CommonProblem.UNSUPPORTED_MEDIA_TYPE), context);
            return;
        }
        List<String> ranges = ranges(headers.getAll(HttpHeaders.ACCEPT));
        if (!areRanges(ranges)) {
            problems.answer(new ProblemException(CommonProblem.NOT_ACCEPTABLE), context);
            return;
        }
        if (ranges.isEmpty()) {
            headers.remove(HttpHeaders.ACCEPT);
        } else {
            headers.set(HttpHeaders.ACCEPT, String.join(", ", ranges));
        }
        context.next();
    }

    /** Whether the header is absent or names one type. */
    static boolean isOneType(List<String> contentTypes) {
        return switch (contentTypes.size()) {
            case 0 -> true;
            case 1 -> TYPE.matcher(contentTypes.getFirst().strip()).matches();
            default -> false;
        };
    }

    /** What the headers list, without the empty elements that a list may have; none means anything is accepted. */
    static List<String> ranges(List<String> accepts) {
        return accepts.stream()
                .flatMap(accept -> Arrays.stream(accept.split(",", -1)))
                .map(String::strip)
                .filter(range -> !range.isEmpty())
                .collect(Collectors.toList());
    }

    static boolean areRanges(List<String> ranges) {
        return ranges.stream().allMatch(range -> RANGE.matcher(range).matches());
    }
}
