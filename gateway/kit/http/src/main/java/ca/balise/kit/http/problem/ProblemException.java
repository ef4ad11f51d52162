package ca.balise.kit.http.problem;

import ca.balise.kit.reasoning.BilingualText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A failure that has an entry in a catalogue: thrown where it is noticed, answered as problem+json. */
public class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Nobody mends more at once, and a body of nothing but mistakes would be answered with one twenty times its size. */
    private static final int MOST_VIOLATIONS = 100;

    private final transient ProblemType type;
    private final transient BilingualText detail;
    private final transient List<Violation> violations = new ArrayList<>();
    private final transient Map<String, String> headers = new LinkedHashMap<>();

    /**
     * One member of the request at fault.
     *
     * @param pointer JSON pointer into the request body, or the name of a parameter or column
     * @param code stable code
     * @param message what is wrong with it
     */
    public record Violation(String pointer, String code, BilingualText message) {}

    /**
     * @param figures values of the placeholders of the catalogue's detail; never a value of personal data
     */
    public ProblemException(ProblemType type, Object... figures) {
        // No stack trace: this is an answer, not a fault of the program.
        super(type.name(), null, false, false);
        this.type = type;
        this.detail = type.detail(figures);
    }

    /** 401 with the challenge that RFC 9110 asks for. */
    public static ProblemException unauthenticated() {
        return new ProblemException(CommonProblem.UNAUTHENTICATED).with("WWW-Authenticate", "Bearer");
    }

    /** Adds a member at fault, up to the first hundred; returns this. */
    public ProblemException at(String pointer, String code, BilingualText message) {
        if (violations.size() == MOST_VIOLATIONS) {
            return this;
        }
        violations.add(new Violation(pointer, code, message));
        return this;
    }

    /** Adds a header that the status calls for, such as {@code Retry-After}; returns this. */
    public ProblemException with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    public ProblemType type() {
        return type;
    }

    public BilingualText detail() {
        return detail;
    }

    public List<Violation> violations() {
        return List.copyOf(violations);
    }

    public Map<String, String> headers() {
        return Map.copyOf(headers);
    }
}
