package ca.balise.kit.http.conditional;

import ca.balise.kit.http.language.Messages;
import ca.balise.kit.http.problem.CommonProblem;
import ca.balise.kit.http.problem.ProblemException;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/**
 * The header {@code If-Match} of a request that changes a record (RFC 9110 §13.1.1), as the {@code @BeanParam} of an operation that
 * {@link RequiresIfMatch}: {@code *}, or the tags of the states that the caller may have seen.
 *
 * <p>A tag is {@code "<version>-<hash>"}. Only the version is compared: it alone is what the change would overwrite, and it can be
 * compared inside the changing transaction, whatever the language or the release that the caller's answer was written in. A weak
 * tag matches nothing (§8.8.3.2), nor does one that is not of this form.
 */
public class IfMatch {

    private static final Messages MESSAGES = Messages.of(IfMatch.class);

    private static final String OPAQUE = "\"[\\x21\\x23-\\x7e\\x80-\\xff]*+\"";
    private static final Pattern TAG = Pattern.compile("(?<weak>W/)?(?<tag>" + OPAQUE + ")");

    /** Empty elements are allowed in a list (RFC 9110 §5.6.1). */
    private static final Pattern LIST =
            Pattern.compile("[ \t,]*+(?:W/)?" + OPAQUE + "(?:[ \t]*+,[ \t]*+(?:(?:W/)?" + OPAQUE + ")?)*+[ \t]*+");

    @HeaderParam(HttpHeaders.IF_MATCH)
    @Parameter(hidden = true) // EntityTagContract says more of it than an annotation can.
    List<String> given;

    @SuppressWarnings("NullAway.Init") // the framework fills the field
    IfMatch() {}

    /** The condition in a header, for whoever has none to be filled. */
    public static IfMatch of(String... header) {
        IfMatch condition = new IfMatch();
        condition.given = List.of(header);
        return condition;
    }

    /**
     * Makes sure that there is a condition.
     *
     * @throws ProblemException 428, if the header is absent; 400 naming it, if it is neither {@code *} nor a list of tags
     */
    void require() {
        String header = header();
        if (header.isEmpty()) {
            throw new ProblemException(CommonProblem.PRECONDITION_REQUIRED);
        }
        if (!header.equals("*") && !LIST.matcher(header).matches()) {
            throw new ProblemException(CommonProblem.MALFORMED_REQUEST)
                    .at(HttpHeaders.IF_MATCH, "NOT_TAGS", MESSAGES.text("NOT_TAGS"));
        }
    }

    /**
     * Goes on only if the record is as the caller saw it.
     *
     * <p>The refusal does not tell the present tag: whoever would overwrite a state should have read it first.
     *
     * @param currentVersion the version of the record, which exists and which nobody else changes before this transaction ends
     * @throws ProblemException 412, if the record has changed since; what {@link RequiresIfMatch} demands, if it is not there
     */
    public void check(long currentVersion) {
        require();
        if (!header().equals("*") && !namesVersion(currentVersion)) {
            throw new ProblemException(CommonProblem.PRECONDITION_FAILED);
        }
    }

    private boolean namesVersion(long version) {
        String start = "\"" + version + EntityTag.AFTER_VERSION;
        Matcher tags = TAG.matcher(header());
        while (tags.find()) {
            if (tags.group("weak") == null && tags.group("tag").startsWith(start)) {
                return true;
            }
        }
        return false;
    }

    private String header() {
        return String.join(",", given).strip();
    }
}
