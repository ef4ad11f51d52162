package ca.balise.kit.http.problem;

import java.util.StringJoiner;
import org.jboss.logging.Logger;

/**
 * Logs a fault of ours: where it happened, never what it said. An exception's message can quote a value of the data being worked
 * on, so only class names and frames are written.
 */
final class FailureLog {

    private static final Logger LOG = Logger.getLogger(FailureLog.class);
    private static final int FRAMES = 12;

    private FailureLog() {}

    static void unexpected(Throwable failure, String traceId) {
        LOG.errorf("Request failed, trace %s: %s", traceId, trail(failure));
    }

    private static String trail(Throwable failure) {
        var trail = new StringJoiner(System.lineSeparator() + "caused by ");
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            var frames = new StringJoiner(System.lineSeparator() + "\tat ");
            frames.add(cause.getClass().getName());
            StackTraceElement[] stack = cause.getStackTrace();
            for (int i = 0; i < Math.min(FRAMES, stack.length); i++) {
                frames.add(stack[i].toString());
            }
            trail.add(frames.toString());
        }
        return trail.toString();
    }
}
