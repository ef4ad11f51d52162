package ca.balise.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFolderTest {
    @TempDir
    private Path folder;

    private StateFolder open() {
        return StateFolder.open(folder.resolve("state"));
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void isForItsOwnerAlone() throws IOException {
        assertThat(permissions(open().path())).isEqualTo("rwx------");
    }

    @Test
    void keepsASecretInAFileForItsOwnerAlone() throws IOException {
        StateFolder state = open();

        String made = Secrets.open(state.secrets()).get("postgresql.deid_app");

        assertThat(Secrets.open(state.secrets()).get("postgresql.deid_app")).isEqualTo(made);
        assertThat(permissions(state.secrets())).isEqualTo("rw-------");
    }

    @Test
    void makesAnotherSecretForEachName() {
        Secrets secrets = Secrets.open(open().secrets());

        assertThat(secrets.get("one")).isNotEqualTo(secrets.get("two")).matches("[A-Za-z2-9]{32}");
    }

    @Test
    void remembersThePortsOfTheRunningSuite() {
        StateFolder state = open();
        state.noteRunning(Settings.read(Map.of("BALISE_GATEWAY_PORT", "18080"), folder, state.path()));

        assertThat(state.over(Map.of("BALISE_GATEWAY_PORT", "28080", "HOME", "/home/dev")))
                .containsEntry("BALISE_GATEWAY_PORT", "18080")
                .containsEntry("HOME", "/home/dev");
    }

    @Test
    void forgetsThemWhenTheSuiteIsDown() {
        StateFolder state = open();
        state.noteRunning(Settings.read(Map.of(), folder, state.path()));

        state.forgetRunning();

        assertThat(state.over(Map.of())).isEmpty();
    }

    @Test
    void keepsTheLogOfTheRunBefore() throws IOException {
        StateFolder state = open();
        Files.writeString(state.freshLog("deid"), "first");

        Path second = state.freshLog("deid");

        assertThat(second).isEmptyFile();
        assertThat(state.logs().resolve("deid.log.1")).hasContent("first");
    }

    @Test
    void removesALinkAndNotWhatItLeadsTo() throws IOException {
        StateFolder state = open();
        Path elsewhere = Files.writeString(folder.resolve("elsewhere"), "kept");
        Path tree = Files.createDirectories(state.path().resolve("tree/deeper"));
        Files.createSymbolicLink(tree.resolve("link"), elsewhere);

        StateFolder.remove(state.path().resolve("tree"));

        assertThat(state.path().resolve("tree")).doesNotExist();
        assertThat(elsewhere).hasContent("kept");
    }
}
