package ca.balise.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrphansTest {
    private static final StateFolder STATE = new StateFolder(Path.of("/home/dev/balise/.suite"));
    private static final String JAVA = "/usr/lib/jvm/jdk-25/bin/java";

    private static Optional<String> nameOf(String executable, String... arguments) {
        return Orphans.nameOf(STATE, Optional.of(executable), List.of(arguments));
    }

    @Test
    void knowsAServiceByItsMark() {
        assertThat(nameOf(JAVA, "-Dbalise.suite.child=/home/dev/balise/.suite:deid", "-Xmx512m", "-jar", "x.jar"))
                .contains("deid");
    }

    @Test
    void knowsTheShellThatRunsKeycloaksScript() {
        assertThat(nameOf(
                        "/usr/bin/dash",
                        "/home/dev/balise/.suite/programs/keycloak-26.7.3/bin/kc.sh",
                        "-Dbalise.suite.child=/home/dev/balise/.suite:keycloak",
                        "start-dev"))
                .contains("keycloak");
    }

    @Test
    void knowsPostgresqlByTheProgramInTheStateFolder() {
        assertThat(nameOf("/home/dev/balise/.suite/programs/postgresql-18.4.0/bin/postgres", "-D", "anywhere"))
                .contains("postgresql");
    }

    @ParameterizedTest
    @CsvSource({
        "/usr/lib/jvm/jdk-25/bin/java, -Dbalise.suite.child=/home/dev/balise/.suite2:deid",
        "/usr/lib/jvm/jdk-25/bin/java, -Dbalise.suite.child=/home/dev/other/.suite:deid",
        "/usr/lib/jvm/jdk-25/bin/java, -Dbalise.suite.child=/home/dev/balise/.suite:deid extra",
        "/usr/lib/jvm/jdk-25/bin/java, -Dx=-Dbalise.suite.child=/home/dev/balise/.suite:deid",
        "/usr/lib/jvm/jdk-25/bin/java, -Dbalise.root=/home/dev/balise",
        "/usr/bin/grep, -Dbalise.suite.child=/home/dev/balise/.suite:deid",
        "/usr/bin/vim, /home/dev/balise/.suite/programs/keycloak-26.7.3/bin/kc.sh",
        "/usr/lib/postgresql/18/bin/postgres, -D/home/dev/balise/.suite/postgres",
        "/home/dev/balise/.suite2/programs/postgresql-18.4.0/bin/postgres, -D"
    })
    void leavesEveryOtherProcessAlone(String executable, String argument) {
        assertThat(nameOf(executable, argument)).isEmpty();
    }

    @Test
    void leavesAProcessAloneOfWhichTheSystemTellsNothing() {
        assertThat(Orphans.nameOf(STATE, Optional.empty(), List.of())).isEmpty();
    }
}
