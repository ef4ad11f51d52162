package ca.balise.deid;

import ca.balise.kit.http.problem.ProblemType;

/** The catalogue of the problems that only this service has. Its texts are in the bundles beside it. */
public enum DeidProblem implements ProblemType {
    INVALID_SPECIFICATION(422),
    INVALID_FACTORS(422),
    MINIMUM_CELL_SIZE_BELOW_FLOOR(422),
    SPECIFICATION_FIRST(400),
    SPECIFICATION_MISSING(400),
    SPECIFICATION_NOT_FOUND(404),
    SPECIFICATION_TOO_LARGE(413),
    DATA_MISSING(400),
    UNEXPECTED_PART(400),
    MALFORMED_MULTIPART(400),
    UNSUPPORTED_DATA_TYPE(415),
    MALFORMED_DATA(400),
    MALFORMED_PARQUET(400),
    PARQUET_TOO_LARGE(413),
    PARQUET_PARTS_TOO_LARGE(422),
    PARQUET_NOT_TAKEN(415),
    PARQUET_MEMORY_FULL(503),
    UNFIT_DATA(422),
    TOO_MANY_CELLS(422),
    TOO_MANY_CELL_ENTRIES(422),
    TOO_MANY_MISSING_PATTERNS(422),
    TOO_MANY_RECORDS(422),
    TOO_MANY_DISTINCT_VALUES(422),
    TOO_MANY_VALUE_BYTES(422),
    SCORE_TOOK_TOO_LONG(408),
    TOO_LARGE_TO_WAIT_FOR(413),
    SCORE_NOT_FOUND(404),
    TOO_MANY_SCORES(503);

    private final int status;

    DeidProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
