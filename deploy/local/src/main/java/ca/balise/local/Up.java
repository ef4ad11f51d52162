package ca.balise.local;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Starts everything, shows it, and stays until it is told to end or a child dies.
 *
 * <p>Ctrl-C and {@code ./suite down} stop the children in reverse order; the exit status is then that of the signal (130
 * or 143). A child that dies, at the start or later, stops the rest, and the exit status is 1.
 */
final class Up {
    private static final Duration SERVICE_LIMIT = Duration.ofMinutes(2);

    /** How long Ctrl-C may take from a child to the launcher, where they share a terminal. */
    private static final int MILLISECONDS_OF_DOUBT = 500;

    private final Settings settings;
    private final StateFolder state;
    private final PrintStream out;
    private final Children children;
    private volatile boolean stopped;

    Up(Settings settings, StateFolder state, PrintStream out) {
        this.settings = settings;
        this.state = state;
        this.out = out;
        this.children = new Children(state);
    }

    /**
     * Runs the suite.
     *
     * @throws SuiteFailure when it cannot start, or a child dies; everything is stopped by then
     */
    void run() throws InterruptedException {
        try (SuiteLock _ = SuiteLock.tryTake(state).orElseThrow(() -> alreadyUp(state))) {
            List<String> orphans = Orphans.clear(state);
            if (!orphans.isEmpty()) {
                out.println("Ended what an earlier run left: " + String.join(", ", orphans));
            }
            Preflight.check(settings);
            Runtime.getRuntime().addShutdownHook(new Thread(this::stopOnSignal, "stop"));
            try {
                serve();
            } finally {
                stop();
            }
        }
    }

    /** What a second launcher is told. */
    static SuiteFailure alreadyUp(StateFolder state) {
        String holder = SuiteLock.holder(state)
                .map(process -> " (process " + process.pid() + ")")
                .orElse("");
        return new SuiteFailure(
                "the suite is up already" + holder + ": ./suite status tells where, ./suite down ends it");
    }

    private void serve() throws InterruptedException {
        StateFolder.remove(state.temporary());
        try {
            Files.createDirectories(state.temporary());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        state.noteRunning(settings);
        // Not closed by a try: closing waits for the threads, and those wait for children that end in the block below.
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            CompletableFuture<Void> starting = new CompletableFuture<>();
            threads.execute(() -> {
                try {
                    start(threads);
                    starting.complete(null);
                } catch (RuntimeException | InterruptedException e) {
                    starting.completeExceptionally(e);
                }
            });
            await(CompletableFuture.anyOf(starting, children.firstDeath()));
            refuseDeath();
            out.println("Ctrl-C or ./suite down stops everything; ./suite help tells the rest.");
            out.flush();
            children.firstDeath().join();
            refuseDeath();
        } finally {
            children.stop();
            threads.shutdownNow();
        }
    }

    private void refuseDeath() throws InterruptedException {
        if (children.firstDeath().isDone()) {
            if (children.stopBeginsWithin(MILLISECONDS_OF_DOUBT, TimeUnit.MILLISECONDS)) {
                return;
            }
            throw children.firstDeath().join().death();
        }
    }

    private void start(ExecutorService threads) throws InterruptedException {
        long begin = System.nanoTime();
        Secrets secrets = Secrets.open(state.secrets());
        String systemSecret = Secrets.random();
        PostgresServer postgres = new PostgresServer(state, settings.postgresPort(), secrets);
        KeycloakServer keycloak = new KeycloakServer(settings, state, secrets);
        together(
                threads,
                List.of(
                        timed("PostgreSQL", () -> postgres.start(children)),
                        timed("Keycloak", () -> keycloak.start(children, systemSecret))));
        ServiceCommand commands = new ServiceCommand(settings, state, postgres, secrets);
        List<Callable<Void>> services = new ArrayList<>();
        for (QuarkusProcess process : QuarkusProcess.values()) {
            services.add(timed(process.label(), () -> start(commands, process)));
        }
        together(threads, services);
        out.printf("Everything answers after %.1f s%n", seconds(begin));
        Addresses.print(settings, systemSecret, out);
        Demonstration.run(settings, out);
        try {
            Files.writeString(
                    state.ready(), Long.toString(ProcessHandle.current().pid()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void start(ServiceCommand commands, QuarkusProcess process) throws InterruptedException {
        Child child = children.start(commands.of(process));
        Readiness.await(child, () -> Readiness.answers(settings.readiness(process)), SERVICE_LIMIT);
    }

    /** A step of the start. */
    @FunctionalInterface
    private interface Step {
        void run() throws InterruptedException;
    }

    private Callable<Void> timed(String name, Step step) {
        return () -> {
            long begin = System.nanoTime();
            out.printf("  starting  %s%n", name);
            step.run();
            out.printf("  ready     %-16s %5.1f s%n", name, seconds(begin));
            return null;
        };
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    private static void together(ExecutorService threads, List<Callable<Void>> steps) throws InterruptedException {
        CompletableFuture<?>[] running =
                steps.stream().map(step -> completed(threads, step)).toArray(CompletableFuture[]::new);
        CompletableFuture<Object> firstFailure = new CompletableFuture<>();
        for (CompletableFuture<?> one : running) {
            var _ = one.whenComplete((_, failure) -> {
                if (failure != null) {
                    firstFailure.completeExceptionally(failure);
                }
            });
        }
        await(CompletableFuture.anyOf(CompletableFuture.allOf(running), firstFailure));
    }

    private static CompletableFuture<Void> completed(ExecutorService threads, Callable<Void> step) {
        CompletableFuture<Void> future = new CompletableFuture<>();
        Future<?> _ = threads.submit(() -> {
            try {
                future.complete(step.call());
            } catch (Exception e) {
                future.completeExceptionally(e);
            }
        });
        return future;
    }

    private static void await(CompletableFuture<?> future) throws InterruptedException {
        try {
            future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private void stopOnSignal() {
        if (!stopped) {
            out.println("Stopping");
            stop();
            out.println("Everything is stopped");
            out.flush();
        }
    }

    private synchronized void stop() {
        children.stop();
        // A child that was killed may have left a child of its own: the mark finds it.
        Orphans.clear(state);
        state.forgetRunning();
        stopped = true;
    }
}
