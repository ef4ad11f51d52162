package ca.balise.social;

import ca.balise.kit.http.problem.ProblemType;

/** The catalogue of the problems that only this service has. Its texts are in the bundles beside it. */
public enum ComplianceProblem implements ProblemType {
    INVALID_DEPARTMENT(422),
    INVALID_ACCOUNT(422),
    ACCOUNT_URL_TAKEN(409),
    ACCOUNT_KEY_TAKEN(409),
    ILLEGAL_STEP(409),
    STEP_OF_ANOTHER_ROLE(403),
    INVALID_TABLE(422),
    NOT_UTF8(422),
    TOO_MANY_ROWS(422),
    INVALID_CASE(422);

    private final int status;

    ComplianceProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
