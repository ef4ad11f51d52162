package ca.balise.local;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Tells which part answers, and where. */
final class Status {
    /** The exit status where something does not answer, as service managers have it for "not running". */
    static final int NOT_RUNNING = 3;

    private static final int CONNECT_MILLISECONDS = 1_000;

    private final Settings settings;
    private final StateFolder state;
    private final PrintStream out;

    Status(Settings settings, StateFolder state, PrintStream out) {
        this.settings = settings;
        this.state = state;
        this.out = out;
    }

    /** Returns 0 when everything answers, else {@link #NOT_RUNNING}. */
    int run() throws InterruptedException {
        if (!SuiteLock.isHeld(state)) {
            out.println("The suite is not up.");
            var orphans = Orphans.find(state);
            if (!orphans.isEmpty()) {
                out.println("A killed launcher left: "
                        + String.join(", ", orphans.values().stream().distinct().toList())
                        + "; ./suite down ends them.");
            }
            return NOT_RUNNING;
        }
        boolean all = row(PostgresServer.NAME, Settings.LOOPBACK + ":" + settings.postgresPort(), listens());
        all &= row(KeycloakServer.NAME, settings.realm().toString(), Readiness.answers(settings.realm()));
        for (QuarkusProcess process : QuarkusProcess.values()) {
            all &= row(
                    process.label(),
                    settings.address(process).toString(),
                    Readiness.answers(settings.readiness(process)));
        }
        return all ? 0 : NOT_RUNNING;
    }

    private boolean row(String name, String address, boolean answers) {
        out.printf("  %-16s %-46s %s%n", name, address, answers ? "ready" : "does not answer");
        return answers;
    }

    private boolean listens() {
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(InetAddress.ofLiteral(Settings.LOOPBACK), settings.postgresPort()),
                    CONNECT_MILLISECONDS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
