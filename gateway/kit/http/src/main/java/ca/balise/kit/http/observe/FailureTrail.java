package ca.balise.kit.http.observe;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a failure came from, and never what it said: class names and frames, of it and of its causes, and the SQLSTATE of
 * a database's refusal. An exception's message can quote a
 * value of the data being worked on, the address or the text of a caller.
 */
public final class FailureTrail extends Throwable {

    private static final long serialVersionUID = 1L;
    private static final int FRAMES = 12;
    private static final Pattern SQL_STATE = Pattern.compile("[0-9A-Z]{5}");

    private final String type;

    private FailureTrail(Throwable failure, @Nullable FailureTrail cause) {
        super(null, cause, false, true);
        this.type = failure.getClass().getName() + state(failure);
        StackTraceElement[] frames = failure.getStackTrace();
        setStackTrace(Arrays.copyOf(frames, Math.min(frames.length, FRAMES)));
    }

    /** The trail of a failure; of a trail, the same. */
    public static FailureTrail of(Throwable failure) {
        return failure instanceof FailureTrail trail
                ? trail
                : of(failure, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static FailureTrail of(Throwable failure, Set<Throwable> seen) {
        seen.add(failure);
        Throwable cause = failure.getCause();
        return new FailureTrail(failure, cause == null || seen.contains(cause) ? null : of(cause, seen));
    }

    /** The five characters that say what kind of refusal it was are PostgreSQL's own, and no value. */
    private static String state(Throwable failure) {
        return failure instanceof SQLException refusal
                        && refusal.getSQLState() != null
                        && SQL_STATE.matcher(refusal.getSQLState()).matches()
                ? " (SQLSTATE " + refusal.getSQLState() + ")"
                : "";
    }

    /** The class of the failure, not of this: in a trace it stands in the place of class name and message. */
    @Override
    @SuppressWarnings("OverrideThrowableToString")
    public String toString() {
        return type;
    }
}
