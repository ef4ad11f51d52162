package ca.balise.kit.testing;

import ca.balise.kit.http.observe.LogGuard;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.formatters.JsonFormatter;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.jboss.logmanager.formatters.StructuredFormatter;

/** What the process of a test writes into its log while this is open: behind the same guard, in both formats. */
public final class LogCapture extends Handler {

    private final Formatter text = new PatternFormatter("%p [%c] %X{traceId} %s%e%n");
    private final JsonFormatter json = new JsonFormatter();
    private final List<Line> lines = new CopyOnWriteArrayList<>();

    /**
     * One record.
     *
     * @param logger whose
     * @param level how bad it is
     * @param traceId of the request it is about, or nothing
     * @param text as text, with the trail of its exception
     * @param json as JSON
     */
    public record Line(String logger, java.util.logging.Level level, String traceId, String text, String json) {

        /** Whether a person is called. */
        public boolean isAlarm() {
            return level.intValue() > Level.WARN.intValue();
        }
    }

    private LogCapture() {
        json.setExceptionOutputType(StructuredFormatter.ExceptionOutputType.FORMATTED);
        setFilter(new LogGuard());
        setLevel(java.util.logging.Level.ALL);
    }

    /** Begins to listen. */
    public static LogCapture open() {
        var capture = new LogCapture();
        Logger.getLogger("").addHandler(capture);
        return capture;
    }

    /** What was written so far. */
    public List<Line> lines() {
        return List.copyOf(lines);
    }

    /** Those of them for which a person is called. */
    public List<Line> alarms() {
        return lines.stream().filter(Line::isAlarm).toList();
    }

    @Override
    public void publish(LogRecord any) {
        var record = ExtLogRecord.wrap(any);
        if (isLoggable(record)) {
            lines.add(new Line(
                    String.valueOf(record.getLoggerName()),
                    record.getLevel(),
                    String.valueOf(record.getMdc("traceId")),
                    text.format(record),
                    json.format(record)));
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(this);
    }
}
