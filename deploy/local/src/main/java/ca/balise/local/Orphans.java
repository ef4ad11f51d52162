package ca.balise.local;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Children whose launcher was killed. They are known by two things that nothing else on the machine has: the argument
 * {@code -Dbalise.suite.child=STATE:NAME} of a JVM or of Keycloak's script, and for PostgreSQL the program itself, which
 * lies unpacked in the state folder. Nothing is matched by part of a name, and nothing else is ever ended.
 */
final class Orphans {
    private static final String MARKER = "-Dbalise.suite.child=";
    private static final int SECONDS_TO_END = 15;
    private static final long NANOSECONDS_BETWEEN_LOOKS = 50_000_000;

    private Orphans() {}

    /** The argument that marks a child of this state folder. */
    static String marker(StateFolder state, String name) {
        return MARKER + state.path() + ":" + name;
    }

    /**
     * The name of the child that a process is, if it is one.
     *
     * @param state the state folder
     * @param executable the program that the process runs, where the system tells
     * @param arguments its arguments
     */
    static Optional<String> nameOf(StateFolder state, Optional<String> executable, List<String> arguments) {
        if (executable.isEmpty()) {
            return Optional.empty();
        }
        Path program = Path.of(executable.get());
        if (program.startsWith(state.programs())) {
            return Optional.of(PostgresServer.NAME);
        }
        // A JVM, or the shell that runs Keycloak's script: a search for the mark has it among its arguments too.
        boolean canBeOurs = program.endsWith("java")
                || arguments.stream()
                        .findFirst()
                        .filter(script -> Path.of(script).startsWith(state.programs()))
                        .isPresent();
        String prefix = marker(state, "");
        return arguments.stream()
                .filter(argument -> canBeOurs && argument.startsWith(prefix))
                .map(argument -> argument.substring(prefix.length()))
                .filter(name -> name.matches("[a-z-]+"))
                .findFirst();
    }

    /** Every living child of this state folder. */
    static Map<ProcessHandle, String> find(StateFolder state) {
        Map<ProcessHandle, String> found = new LinkedHashMap<>();
        ProcessHandle.allProcesses()
                .forEach(process -> nameOf(
                                state,
                                process.info().command(),
                                process.info().arguments().map(Arrays::asList).orElse(List.of()))
                        .ifPresent(name -> found.put(process, name)));
        return found;
    }

    /**
     * Ends every child of this state folder, cleanly where it can. Called only by the holder of the lock, so none of them
     * belongs to a launcher that lives.
     *
     * @return the names of those it ended, each once
     */
    static List<String> clear(StateFolder state) {
        Map<ProcessHandle, String> found = find(state);
        found.forEach((process, name) -> {
            if (!name.equals(PostgresServer.NAME)) {
                process.destroy();
            } else if (process.parent().map(found::get).isEmpty()) {
                Signals.interrupt(process);
            }
        });
        awaitEnd(List.copyOf(found.keySet()), SECONDS_TO_END);
        return found.values().stream().distinct().toList();
    }

    /** Waits for processes to end, kills those that do not in time, and waits again. */
    static void awaitEnd(List<ProcessHandle> processes, int seconds) {
        if (!allEnded(processes, seconds)) {
            processes.forEach(ProcessHandle::destroyForcibly);
            allEnded(processes, seconds);
        }
    }

    private static boolean allEnded(List<ProcessHandle> processes, int seconds) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (!processes.stream().allMatch(Orphans::hasEnded)) {
            if (System.nanoTime() > end) {
                return false;
            }
            LockSupport.parkNanos(NANOSECONDS_BETWEEN_LOOKS);
        }
        return true;
    }

    /** A process that nobody has waited for keeps its number after its end, and has no program any more. */
    private static boolean hasEnded(ProcessHandle process) {
        return !process.isAlive() || process.info().command().isEmpty();
    }
}
