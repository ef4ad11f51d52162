package ca.balise.genai;

import ca.balise.kit.http.problem.ProblemType;

/** The catalogue of the problems that only this service has. Its texts are in the bundles beside it. */
public enum RegistryProblem implements ProblemType {
    INVALID_ORGANIZATION(422),
    INVALID_CASE(422);

    private final int status;

    RegistryProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
