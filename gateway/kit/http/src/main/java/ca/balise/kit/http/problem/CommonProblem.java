package ca.balise.kit.http.problem;

/** The problems every service can answer with; each service adds its own catalogue. */
public enum CommonProblem implements ProblemType {
    MALFORMED_REQUEST(400),
    MALFORMED_JSON(400),
    INVALID_MEMBER(400),
    BODY_INTERRUPTED(400),
    MALFORMED_ENCODING(400),
    UNKNOWN_PARAMETER(400),
    UNAUTHENTICATED(401),
    FORBIDDEN(403),
    NO_INSTITUTION(403),
    FOUR_EYES(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    REQUEST_TIMEOUT(408),
    CONFLICT(409),
    PRECONDITION_FAILED(412),
    IDEMPOTENCY_KEY_IN_FLIGHT(409),
    PAYLOAD_TOO_LARGE(413),
    INFLATES_TOO_MUCH(413),
    URI_TOO_LONG(414),
    UNSUPPORTED_MEDIA_TYPE(415),
    UNSUPPORTED_ENCODING(415),
    UNPROCESSABLE(422),
    PRECONDITION_REQUIRED(428),
    IDEMPOTENCY_KEY_REUSED(422),
    TOO_MANY_REQUESTS(429),
    HEADERS_TOO_LARGE(431),
    INTERNAL_ERROR(500),
    UNAVAILABLE(503);

    private final int status;

    CommonProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }

    /** The catalogue's entry for a status that the framework chose. */
    public static CommonProblem ofStatus(int status) {
        return switch (status) {
            case 401 -> UNAUTHENTICATED;
            case 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 408 -> REQUEST_TIMEOUT;
            case 409 -> CONFLICT;
            case 412 -> PRECONDITION_FAILED;
            case 413 -> PAYLOAD_TOO_LARGE;
            case 414 -> URI_TOO_LONG;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 422 -> UNPROCESSABLE;
            case 428 -> PRECONDITION_REQUIRED;
            case 429 -> TOO_MANY_REQUESTS;
            case 431 -> HEADERS_TOO_LARGE;
            case 503 -> UNAVAILABLE;
            default -> status >= 400 && status < 500 ? MALFORMED_REQUEST : INTERNAL_ERROR;
        };
    }
}
