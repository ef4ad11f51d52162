package ca.balise.local;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A process that the launcher started, with its log. */
final class Child {
    private static final int SIGNALLED = 128;
    private static final Pattern FOREIGN =
            Pattern.compile("KC_|PG|QUARKUS_|_?(JAVA|JDK_JAVA)_(OPTS|OPTIONS|TOOL_OPTIONS)");

    private final ChildCommand command;
    private final Process process;
    private final Path log;

    private Child(ChildCommand command, Process process, Path log) {
        this.command = command;
        this.process = process;
        this.log = log;
    }

    /**
     * Starts a child whose output goes to its log.
     *
     * <p>Where the machine has {@code setsid} the child gets a session of its own, so that Ctrl-C reaches the launcher
     * alone, which then stops the children in order.
     */
    static Child start(ChildCommand command, StateFolder state) {
        Path log = state.freshLog(command.name());
        List<String> words = new ArrayList<>();
        if (Programs.onPath("setsid")) {
            words.add("setsid");
        }
        words.addAll(command.command());
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(state.path().toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        clean(builder.environment());
        builder.environment().putAll(command.environment());
        try {
            return new Child(command, builder.start(), log);
        } catch (IOException e) {
            throw new SuiteFailure(command.name() + " cannot be started: " + e.getMessage(), e);
        }
    }

    /** What a developer set for other servers and other JVMs must not reach these. */
    private static void clean(Map<String, String> environment) {
        environment.keySet().removeIf(name -> FOREIGN.matcher(name).lookingAt());
    }

    ChildCommand command() {
        return command;
    }

    String name() {
        return command.name();
    }

    Process process() {
        return process;
    }

    /** Waits that long, and tells whether the child ended. */
    boolean endedWithin(long time, TimeUnit unit) throws InterruptedException {
        return process.waitFor(time, unit);
    }

    /** Asks it to end. */
    void askToEnd() {
        if (command.stopSignal() == ChildCommand.StopSignal.TERM) {
            process.destroy();
        } else {
            Signals.interrupt(process.toHandle());
        }
    }

    /** Says, of a child that ended by itself, what happened and where to read on. */
    SuiteFailure death() {
        int status = process.exitValue();
        String how = status > SIGNALLED
                ? "was ended by signal " + (status - SIGNALLED) + " (status " + status + ")"
                : "ended by itself with status " + status;
        return new SuiteFailure(name() + " " + how + "; its log: " + log);
    }
}
