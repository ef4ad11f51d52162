package ca.balise.deid.intake;

import ca.balise.deid.DeidProblem;
import ca.balise.deid.cells.model.LimitExceededException;
import ca.balise.deid.intake.model.MalformedDataException;
import ca.balise.deid.intake.model.UnfitDatasetException;
import ca.balise.kit.http.language.Messages;
import ca.balise.kit.http.problem.ProblemException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with data, as problems: the code, the line and the column, never a value. The pointer of a violation is the column's
 * name, or its position where it has none.
 */
public final class DataProblems {

    private static final Messages MESSAGES = Messages.of(DataProblems.class);

    private DataProblems() {}

    /** Data that are not what they are said to be. */
    public static ProblemException of(MalformedDataException failure) {
        return malformed(
                failure.fault().name(),
                failure.line(),
                failure.columnName().orElse(null),
                failure.column().isPresent() ? failure.column().getAsInt() : null);
    }

    static ProblemException malformed(String code, long line, @Nullable String column, @Nullable Integer position) {
        var problem = new ProblemException(DeidProblem.MALFORMED_DATA, line, position == null ? 0 : position);
        String pointer = column != null ? column : position != null ? "column " + position : "line " + line;
        return problem.at(pointer, code, MESSAGES.text(code));
    }

    /** A file of which no record can be pointed at. */
    public static ProblemException malformedParquet(String code) {
        return new ProblemException(DeidProblem.MALFORMED_PARQUET).at("", code, MESSAGES.text(code));
    }

    /** Columns that cannot be used. */
    public static ProblemException unfit(String code, List<String> columns) {
        var problem = new ProblemException(DeidProblem.UNFIT_DATA);
        columns.forEach(column -> problem.at(column, code, MESSAGES.text(code)));
        return problem;
    }

    /** Well-formed data that do not fit what was said of them. */
    public static ProblemException of(UnfitDatasetException failure) {
        return unfit(failure.fault().name(), failure.columns().isEmpty() ? List.of("") : failure.columns());
    }

    /** Data larger than one request may hold. */
    public static ProblemException of(LimitExceededException failure) {
        String code = failure.limit().name();
        return new ProblemException(DeidProblem.valueOf(code), failure.maximum())
                .at(failure.variable().orElse(""), code, MESSAGES.text(code, failure.maximum()));
    }
}
