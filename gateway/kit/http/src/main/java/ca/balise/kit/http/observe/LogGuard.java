package ca.balise.kit.http.observe;

import io.quarkus.logging.LoggingFilter;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Filter;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.ExtLogRecord.FormatStyle;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.jspecify.annotations.Nullable;

/**
 * Stands before the log of every process and passes every record, changed where it must be:
 *
 * <ul>
 *   <li>A line is a line: control characters, with which a caller's header could begin a second line or colour a terminal, are written
 *       as their code.
 *   <li>An exception is where it came from, never what it said ({@link FailureTrail}), whoever logs it.
 *   <li>ERROR means that a person is called, so what a framework calls an error and nobody can mend is a warning.
 * </ul>
 *
 * <p>Both ways of writing the log, text and JSON, come after it.
 */
@LoggingFilter(name = "guard")
public final class LogGuard implements Filter {

    /** Controls of ASCII and of Latin-1, line and paragraph separators, and what turns the direction of the text around. */
    private static final Pattern CONTROL =
            Pattern.compile("[\\p{Cntrl}\\x80-\\x9f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]");

    private static final Formatter MESSAGE = new PatternFormatter("%s");

    /** Before the first request there is no caller yet, and whoever starts the process needs to read what is wrong with its settings. */
    private static final String STARTING = "io.quarkus.runtime.Application";

    /** Errors to their framework, and no reason to call anybody. */
    private static final List<NoAlarm> NO_ALARMS = List.of(
            // A collector of traces is away: requests are served all the same, and traces are lost, not kept.
            new NoAlarm("io.opentelemetry.exporter.", ""),
            // A connection came at the very moment at which the wait for it ended: the pool fails its promise a second
            // time. The
            // request was answered, and the database that keeps it waiting is warned of.
            new NoAlarm(
                    "io.quarkus.vertx.core.runtime.VertxCoreRecorder",
                    "io.vertx.sqlclient.impl.pool.SqlConnectionPool"));

    /**
     * @param logger beginning of the name of the logger
     * @param thrownBy beginning of the name of a class among the first frames; empty: whatever is thrown, or nothing
     */
    private record NoAlarm(String logger, String thrownBy) {

        private static final int FIRST_FRAMES = 3;

        boolean isMeantBy(String name, @Nullable Throwable thrown) {
            return name.startsWith(logger) && (thrownBy.isEmpty() || (thrown != null && isThrown(thrown)));
        }

        private boolean isThrown(Throwable thrown) {
            return Arrays.stream(thrown.getStackTrace())
                    .limit(FIRST_FRAMES)
                    .anyMatch(frame -> frame.getClassName().startsWith(thrownBy));
        }
    }

    @Override
    public boolean isLoggable(LogRecord any) {
        if (any instanceof ExtLogRecord record) {
            String logger = String.valueOf(record.getLoggerName());
            record.setThrown(thrown(logger, record.getThrown()));
            if (record.getLevel().intValue() > Level.WARN.intValue()
                    && NO_ALARMS.stream().anyMatch(known -> known.isMeantBy(logger, record.getThrown()))) {
                record.setLevel(Level.WARN);
            }
            String message = MESSAGE.format(record);
            if (CONTROL.matcher(message).find()) {
                record.setMessage(withoutControls(message), FormatStyle.NO_FORMAT);
            }
        }
        return true;
    }

    private static @Nullable Throwable thrown(String logger, @Nullable Throwable thrown) {
        return thrown == null || logger.startsWith(STARTING) ? thrown : FailureTrail.of(thrown);
    }

    private static String withoutControls(String message) {
        return CONTROL.matcher(message)
                .replaceAll(
                        control -> "\\\\u%04x".formatted((int) control.group().charAt(0)));
    }
}
