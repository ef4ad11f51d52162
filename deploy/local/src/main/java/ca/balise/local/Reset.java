package ca.balise.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Forgets everything that was stored: data, secrets and logs. The unpacked programs stay. */
final class Reset {
    private final StateFolder state;
    private final InputStream in;
    private final PrintStream out;

    Reset(StateFolder state, InputStream in, PrintStream out) {
        this.state = state;
        this.in = in;
        this.out = out;
    }

    /** Asks, unless told not to, then ends the suite and removes. Returns 0, or 1 when the answer is not yes. */
    int run(boolean confirmed) throws InterruptedException {
        if (!confirmed && !asks()) {
            out.println("Nothing was removed.");
            return 1;
        }
        new Down(state, out).then(() -> {
            StateFolder.remove(state.postgresData());
            StateFolder.remove(state.secrets());
            StateFolder.remove(state.temporary());
            StateFolder.remove(state.logs());
            out.println("Data, secrets and logs are removed.");
        });
        return 0;
    }

    private boolean asks() {
        out.print("This ends the suite and removes all its local data in " + state.path() + ". Go on? [yes/no] ");
        out.flush();
        try {
            // Not closed: standard input is not ours.
            String answer = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).readLine();
            return answer != null && answer.strip().equalsIgnoreCase("yes");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
