package ca.balise.local;

import java.util.List;
import java.util.Map;

/**
 * How a child is started and stopped.
 *
 * @param name its name in messages, logs and commands
 * @param stage 1 for what the services need, 2 for the services, 3 for the door: stages stop in reverse order
 * @param command the program and its arguments
 * @param environment what is added to the launcher's own environment
 * @param stopSignal the signal that asks it to end cleanly
 */
record ChildCommand(
        String name, int stage, List<String> command, Map<String, String> environment, StopSignal stopSignal) {
    /** The signals that ask a child to end. */
    enum StopSignal {
        TERM,
        /** PostgreSQL's fast shutdown: TERM would wait for every client to leave. */
        INT
    }

    ChildCommand {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }
}
