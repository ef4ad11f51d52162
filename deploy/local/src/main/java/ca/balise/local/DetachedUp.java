package ca.balise.local;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Starts the launcher in a session of its own, shows what it says, and returns once it is ready: closing the terminal
 * then ends nothing.
 */
final class DetachedUp {
    private static final int MILLISECONDS_BETWEEN_LOOKS = 100;

    private final StateFolder state;
    private final PrintStream out;

    DetachedUp(StateFolder state, PrintStream out) {
        this.state = state;
        this.out = out;
    }

    /** Returns 0 once the suite is ready, or the launcher's own exit status when it ends before. */
    int run() throws InterruptedException {
        // The launcher takes the lock for itself; without this look its log would be moved from under another's.
        if (SuiteLock.isHeld(state)) {
            throw Up.alreadyUp(state);
        }
        Path log = state.freshLog("suite");
        Process launcher = launch(log);
        Thread giveUp = new Thread(launcher::destroy, "give up");
        Runtime.getRuntime().addShutdownHook(giveUp);
        long shown = 0;
        boolean ended = false;
        while (!ended && !isReady(launcher)) {
            ended = launcher.waitFor(MILLISECONDS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS);
            shown = show(log, shown);
        }
        show(log, shown);
        Runtime.getRuntime().removeShutdownHook(giveUp);
        return ended ? launcher.exitValue() : 0;
    }

    private static Process launch(Path log) {
        List<String> command = new ArrayList<>();
        if (Programs.onPath("setsid")) {
            command.add("setsid");
        }
        command.add(Programs.java().toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Suite.class.getName(), "up"));
        try {
            return new ProcessBuilder(command)
                    .redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException e) {
            throw new SuiteFailure("the launcher cannot be started: " + e.getMessage(), e);
        }
    }

    private boolean isReady(Process launcher) {
        try {
            return Files.exists(state.ready())
                    && Files.readString(state.ready()).equals(Long.toString(launcher.pid()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long show(Path log, long from) {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            byte[] fresh = new byte[Math.toIntExact(file.length() - from)];
            file.seek(from);
            file.readFully(fresh);
            out.print(new String(fresh, StandardCharsets.UTF_8));
            out.flush();
            return from + fresh.length;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
