package ca.balise.local;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The one signal that {@link ProcessHandle} cannot send. */
final class Signals {
    private Signals() {}

    /** Sends SIGINT; a process that has just ended is no error. */
    static void interrupt(ProcessHandle process) {
        try {
            new ProcessBuilder("sh", "-c", "kill -INT \"$1\" 2>/dev/null", "sh", Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
