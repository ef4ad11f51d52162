package ca.balise.kit.http.problem;

import ca.balise.kit.http.language.Language;
import java.util.List;

/**
 * A failure as the caller sees it: RFC 9457 {@code application/problem+json}.
 *
 * @param type stable URN of the kind of problem
 * @param title the kind, in the caller's language
 * @param status the HTTP status
 * @param detail what happened and what to do, in the caller's language; never a data value, a class name or SQL
 * @param instance the path asked for
 * @param code stable code, never translated
 * @param traceId what to quote when reporting it
 * @param violations the members of the request that are at fault, if any are
 */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String code,
        String traceId,
        List<Violation> violations) {

    public static final String MEDIA_TYPE = "application/problem+json";

    /**
     * One member of the request at fault.
     *
     * @param pointer JSON pointer (RFC 6901) into the request body, or the name of a parameter or column
     * @param code stable code
     * @param message what is wrong with it, in the caller's language
     */
    public record Violation(String pointer, String code, String message) {}

    /** The failure in the caller’s language. */
    public static Problem of(ProblemException failure, Language language, String path, String traceId) {
        ProblemType type = failure.type();
        return new Problem(
                type.urn(),
                language.of(type.title()),
                type.status(),
                language.of(failure.detail()),
                path,
                type.name(),
                traceId,
                failure.violations().stream()
                        .map(violation ->
                                new Violation(violation.pointer(), violation.code(), language.of(violation.message())))
                        .toList());
    }
}
