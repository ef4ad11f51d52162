package ca.balise.kit.store.idempotency;

import ca.balise.kit.http.language.Messages;
import ca.balise.kit.http.problem.CommonProblem;
import ca.balise.kit.http.problem.ProblemException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The key under which a caller may send a request again.
 *
 * @param value as it was sent, with the quotes that the draft standard puts around it if it had any
 */
record IdempotencyKey(String value) {

    static final String HEADER = "Idempotency-Key";

    private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7e]{1,255}");
    private static final Messages MESSAGES = Messages.of(IdempotencyKey.class);

    /**
     * The key of a request; empty if it has none.
     *
     * @param headers every header of that name
     * @throws ProblemException 400, if it is not a key, or more than one
     */
    static Optional<IdempotencyKey> in(List<String> headers) {
        if (headers.isEmpty()) {
            return Optional.empty();
        }
        if (headers.size() > 1 || !VISIBLE.matcher(headers.getFirst()).matches()) {
            throw new ProblemException(CommonProblem.MALFORMED_REQUEST)
                    .at(HEADER, "NOT_AN_IDEMPOTENCY_KEY", MESSAGES.text("NOT_AN_IDEMPOTENCY_KEY"));
        }
        return Optional.of(new IdempotencyKey(headers.getFirst()));
    }
}
