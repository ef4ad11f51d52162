package ca.balise.edge.problem;

import ca.balise.kit.http.problem.ProblemType;

/** What the door itself refuses or fails at. */
public enum DoorProblem implements ProblemType {
    /** The path can be read in more than one way. */
    AMBIGUOUS_PATH(400),
    /** Host, authorization or framing can be read in more than one way. */
    AMBIGUOUS_HEADERS(400),
    /** The body is longer than the door passes on, whatever the service would take. */
    BODY_TOO_LARGE(413),
    /** No connection to the service: the request was certainly not delivered. */
    SERVICE_UNREACHABLE(503),
    /** Every connection to the service is taken: the request was certainly not delivered. */
    SERVICE_BUSY(503),
    /** The service broke off or fell silent before it answered: it may have acted on the request. */
    SERVICE_BROKE_OFF(503);

    private final int status;

    DoorProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
