package ca.balise.local;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/**
 * The commands behind the script {@code ./suite}, which finds a JDK, builds what is stale and then calls this.
 *
 * <p>{@code up}, {@code up --detach}, {@code down}, {@code status}, {@code token USER}, {@code demo}, {@code reset
 * [--yes]}. Two system properties say where: {@code balise.root} (the checkout) and {@code balise.state} (the state
 * folder). A failure is one line on standard error.
 *
 * <p>Exit status: 0 done; 1 failed, one line says why; 2 called wrongly; 3 ({@code status}) not everything answers; 130
 * and 143 after Ctrl-C and a request to end.
 */
public final class Suite {
    private static final int CALLED_WRONGLY = 2;

    private Suite() {}

    public static void main(String[] arguments) throws InterruptedException {
        int status;
        try {
            status = run(List.of(arguments));
        } catch (SuiteFailure failure) {
            System.out.flush();
            System.err.println("suite: " + failure.getMessage());
            status = failure.status();
        }
        System.exit(status);
    }

    private static int run(List<String> arguments) throws InterruptedException {
        StateFolder state = StateFolder.open(folder("balise.state"));
        Settings settings = Settings.read(state.over(System.getenv()), folder("balise.root"), state.path());
        PrintStream out = System.out;
        return switch (String.join(" ", arguments)) {
            case "up" -> {
                new Up(Settings.read(System.getenv(), settings.root(), state.path()), state, out).run();
                yield 0;
            }
            case "up --detach" -> new DetachedUp(state, out).run();
            case "down" -> {
                new Down(state, out).then(() -> {});
                yield 0;
            }
            case "status" -> new Status(settings, state, out).run();
            case "demo" -> {
                Demonstration.run(settings, out);
                yield 0;
            }
            case "reset" -> new Reset(state, System.in, out).run(false);
            case "reset --yes" -> new Reset(state, System.in, out).run(true);
            default -> token(arguments, settings, out);
        };
    }

    private static int token(List<String> arguments, Settings settings, PrintStream out) throws InterruptedException {
        if (arguments.size() != 2 || !arguments.getFirst().equals("token")) {
            throw new SuiteFailure("unknown command; ./suite help lists them", CALLED_WRONGLY);
        }
        out.println(Tokens.of(settings.realm(), arguments.getLast()));
        return 0;
    }

    private static Path folder(String property) {
        String path = System.getProperty(property);
        if (path == null) {
            throw new SuiteFailure("called without " + property + ": run ./suite instead", CALLED_WRONGLY);
        }
        return Path.of(path).toAbsolutePath().normalize();
    }
}
