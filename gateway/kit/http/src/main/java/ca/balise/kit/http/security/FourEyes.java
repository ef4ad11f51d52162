package ca.balise.kit.http.security;

import ca.balise.kit.http.problem.CommonProblem;
import ca.balise.kit.http.problem.ProblemException;

/**
 * Four eyes: what one person submits another decides. Persons are compared by the subject of their tokens, which the realm gives to
 * one account for ever; names and roles say nothing here, since one person may hold both roles.
 */
public final class FourEyes {

    private FourEyes() {}

    /**
     * Goes on only if the caller is another person than the one who submitted.
     *
     * @param decider who decides
     * @param submitter the subject of whoever submitted, as it was recorded then
     * @throws ProblemException 403 {@code FOUR_EYES}, if they are the same
     * @throws IllegalArgumentException if nobody was recorded: then nothing could be said
     */
    public static void require(Caller decider, String submitter) {
        if (submitter.isBlank()) {
            throw new IllegalArgumentException("what was submitted names its submitter");
        }
        if (decider.subject().equals(submitter)) {
            throw new ProblemException(CommonProblem.FOUR_EYES);
        }
    }
}
