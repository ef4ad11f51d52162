package ca.balise.kit.http.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Formatter;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.formatters.JsonFormatter;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.jboss.logmanager.formatters.StructuredFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogGuardTest {

    private static final Formatter TEXT = new PatternFormatter("%d{HH:mm:ss} %-5p [%c{2.}] %X{traceId} %s%e%n");
    private static final Formatter JSON = json();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\r\n2026-01-01 ERROR forged",
                "a\nb",
                "a\rb",
                "\u001b[31mred\u001b[0m",
                "a\u0000b\u0007",
                "a\u0085b",
                "a\u2028b\u2029c",
                "a\u202egnp.exe",
                "a\u009b31mred"
            })
    void writesOneLineWithoutControlsWhateverTheMessageHolds(String message) {
        var plain = guarded("ca.balise.Some", Level.WARN, message, null);
        var formatted = record("ca.balise.Some", Level.WARN, "about %s", null);
        formatted.setParameters(new Object[] {message});
        formatted.setMessage("about {0}", ExtLogRecord.FormatStyle.MESSAGE_FORMAT);
        new LogGuard().isLoggable(formatted);

        for (var record : new ExtLogRecord[] {plain, formatted}) {
            assertThat(TEXT.format(record).strip()).doesNotContainPattern("[\\p{Cntrl}\\x80-\\x9f\u2028\u2029\u202e]");
            assertThat(JSON.format(record).strip()).doesNotContainPattern("[\\p{Cntrl}\\x80-\\x9f\u2028\u2029\u202e]");
        }
    }

    @Test
    void saysWhichControlItWas() {
        assertThat(TEXT.format(guarded("ca.balise.Some", Level.INFO, "a\nb", null)))
                .contains("a\\u000ab");
    }

    @Test
    void leavesAnOrdinaryMessageAsItIs() {
        assertThat(TEXT.format(guarded("ca.balise.Some", Level.INFO, "« déjà vu », 100 % — 日本", null)))
                .contains("« déjà vu », 100 % — 日本");
    }

    @Test
    void writesWhereAnExceptionCameFromAndNeverWhatItSaid() {
        var cause = new IllegalArgumentException("marker of the cause");
        cause.addSuppressed(new IllegalStateException("marker of the suppressed"));
        var failure = new IllegalStateException("marker\r\nof the failure", cause);

        var record = guarded("org.example.Framework", Level.WARN, "it failed", failure);

        for (var line : new String[] {TEXT.format(record), JSON.format(record)}) {
            assertThat(line)
                    .contains("IllegalStateException", "IllegalArgumentException", "LogGuardTest")
                    .doesNotContain("marker");
        }
    }

    @Test
    void endsWhereCausesGoRoundInACircle() {
        var first = new IllegalStateException("first");
        first.initCause(new IllegalStateException("second", first));

        assertThat(TEXT.format(guarded("org.example.Framework", Level.WARN, "it failed", first)))
                .contains("Caused by: java.lang.IllegalStateException");
    }

    @Test
    void letsWhoeverStartsAProcessReadWhatIsWrongWithItsSettings() {
        var failure = new IllegalStateException("no such port: 99999");

        assertThat(TEXT.format(guarded("io.quarkus.runtime.Application", Level.ERROR, "Failed to start", failure)))
                .contains("no such port: 99999");
    }

    @Test
    void callsNobodyForACollectorThatIsAway() {
        var record = guarded(
                "io.opentelemetry.exporter.internal.http.HttpExporter",
                java.util.logging.Level.SEVERE,
                "Failed to export spans",
                null);

        assertThat(record.getLevel()).isEqualTo(Level.WARN);
    }

    @Test
    void leavesAnyOtherErrorOne() {
        assertThat(guarded("org.example.Framework", Level.ERROR, "it failed", null)
                        .getLevel())
                .isEqualTo(Level.ERROR);
    }

    private static Formatter json() {
        var formatter = new JsonFormatter();
        formatter.setExceptionOutputType(StructuredFormatter.ExceptionOutputType.FORMATTED);
        return formatter;
    }

    private static ExtLogRecord guarded(
            String logger, java.util.logging.Level level, String message, Throwable thrown) {
        var record = record(logger, level, message, thrown);
        assertThat(new LogGuard().isLoggable(record)).isTrue();
        return record;
    }

    private static ExtLogRecord record(String logger, java.util.logging.Level level, String message, Throwable thrown) {
        var record = new ExtLogRecord(level, message, ExtLogRecord.FormatStyle.NO_FORMAT, LogGuardTest.class.getName());
        record.setLoggerName(logger);
        record.setThrown(thrown);
        return record;
    }
}
