package ca.balise.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildrenTest {
    @TempDir
    private Path folder;

    private StateFolder state;
    private Children children;

    @BeforeEach
    void open() {
        state = StateFolder.open(folder);
        children = new Children(state);
    }

    @AfterEach
    void stop() {
        children.stop();
    }

    private static ChildCommand shell(String name, int stage, String script) {
        return new ChildCommand(name, stage, List.of("sh", "-c", script), Map.of(), ChildCommand.StopSignal.TERM);
    }

    /** Says on which signal it ended, once it is ready to hear it. */
    private ChildCommand obedient(String name, int stage) {
        Path order = folder.resolve("order");
        return shell(
                name,
                stage,
                "trap 'echo " + name + " >>" + order + "; exit 0' TERM; : >" + folder.resolve(name + ".ready")
                        + "; while :; do sleep 0.1; done");
    }

    private void startAndAwait(ChildCommand command) throws InterruptedException {
        Readiness.await(
                children.start(command),
                () -> Files.exists(folder.resolve(command.name() + ".ready")),
                Duration.ofSeconds(10));
    }

    @Test
    void tellsOfADeadChildItsNameItsStatusAndItsLog() throws Exception {
        children.start(shell("deid", 2, "echo no database; exit 7"));

        Child dead = children.firstDeath().get(10, TimeUnit.SECONDS);

        assertThat(dead.death()).hasMessage("deid ended by itself with status 7; its log: " + state.log("deid"));
        assertThat(state.log("deid")).hasContent("no database");
    }

    @Test
    void tellsWhichSignalEndedAChild() throws Exception {
        children.start(shell("deid", 2, "kill -9 $$"));

        Child dead = children.firstDeath().get(10, TimeUnit.SECONDS);

        assertThat(dead.death()).hasMessageStartingWith("deid was ended by signal 9 (status 137)");
    }

    @Test
    void noticesADeadChildWhileItWaitsForIt() {
        Child child = children.start(shell("deid", 2, "exit 3"));

        assertThatExceptionOfType(SuiteFailure.class)
                .isThrownBy(() -> Readiness.await(child, () -> false, Duration.ofSeconds(30)))
                .withMessageStartingWith("deid ended by itself with status 3");
    }

    @Test
    void givesUpOnAChildThatNeverAnswers() {
        Child child = children.start(shell("deid", 2, "exec sleep 60"));

        assertThatExceptionOfType(SuiteFailure.class)
                .isThrownBy(() -> Readiness.await(child, () -> false, Duration.ZERO))
                .withMessageStartingWith("deid does not answer after 0 s");
    }

    @Test
    void stopsTheDoorBeforeTheServicesAndThoseBeforeTheDatabase() throws Exception {
        startAndAwait(obedient("database", 1));
        startAndAwait(obedient("door", 3));
        startAndAwait(obedient("service", 2));

        children.stop();

        assertThat(folder.resolve("order")).hasContent("door\nservice\ndatabase");
    }

    @Test
    void takesNoStopForADeath() throws Exception {
        startAndAwait(obedient("service", 2));

        children.stop();

        assertThat(children.firstDeath()).isNotDone();
    }

    @Test
    void startsNothingOnceItStops() {
        children.stop();

        assertThatExceptionOfType(SuiteFailure.class).isThrownBy(() -> children.start(shell("late", 2, "exit 0")));
    }

    @Test
    void keepsTheSettingsOfOtherServersFromAChild() throws Exception {
        ChildCommand command = new ChildCommand(
                "deid",
                2,
                List.of("sh", "-c", "env | grep -E '^(KC_|PG|JAVA_OPTS|QUARKUS_)' | sort"),
                Map.of("QUARKUS_HTTP_PORT", "8081"),
                ChildCommand.StopSignal.TERM);
        children.start(command);

        children.firstDeath().get(10, TimeUnit.SECONDS);

        assertThat(state.log("deid")).hasContent("QUARKUS_HTTP_PORT=8081");
    }

    @Test
    void saysSoWhenAProgramIsNotThere() throws IOException {
        Path missing = folder.resolve("no-such-program");
        Children direct = new Children(state);
        ChildCommand command =
                new ChildCommand("deid", 2, List.of(missing.toString()), Map.of(), ChildCommand.StopSignal.TERM);

        assertThatExceptionOfType(SuiteFailure.class)
                .isThrownBy(() -> Readiness.await(direct.start(command), () -> false, Duration.ofSeconds(10)))
                .withMessageStartingWith("deid ");
    }
}
