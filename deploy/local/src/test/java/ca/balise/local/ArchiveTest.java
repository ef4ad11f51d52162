package ca.balise.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes);

    @TempDir
    private Path folder;

    private void file(String name, int mode) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name, true);
        entry.setMode(mode);
        entry.setSize(name.length());
        tar.putArchiveEntry(entry);
        tar.write(name.getBytes(StandardCharsets.UTF_8));
        tar.closeArchiveEntry();
    }

    private void link(String name, String target) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
        entry.setLinkName(target);
        tar.putArchiveEntry(entry);
        tar.closeArchiveEntry();
    }

    private Path unpack() throws IOException {
        tar.close();
        Path target = folder.resolve("program");
        Archive.unpackOnce(() -> new ByteArrayInputStream(bytes.toByteArray()), 1, target);
        return target;
    }

    @Test
    void keepsExecutableBitsAndLinks() throws IOException {
        file("program-1/bin/run.sh", 0100755);
        file("program-1/conf/settings", 0100644);
        link("program-1/lib/library.so", "library.so.1");

        Path program = unpack();

        assertThat(program.resolve("bin/run.sh")).isExecutable().hasContent("program-1/bin/run.sh");
        assertThat(Files.isExecutable(program.resolve("conf/settings"))).isFalse();
        assertThat(Files.readSymbolicLink(program.resolve("lib/library.so"))).isEqualTo(Path.of("library.so.1"));
    }

    @Test
    void unpacksOnceAlone() throws IOException {
        Files.createDirectories(folder.resolve("program"));
        file("program-1/file", 0100644);

        Path program = unpack();

        assertThat(program).isEmptyDirectory();
    }

    @Test
    void refusesAnEntryOutsideTheFolderAndLeavesNoHalfProgram() throws IOException {
        file("program-1/file", 0100644);
        file("program-1/../../outside", 0100644);

        assertThatExceptionOfType(SuiteFailure.class).isThrownBy(this::unpack);
        assertThat(folder.resolve("program")).doesNotExist();
        assertThat(folder.resolve("outside")).doesNotExist();
    }

    @Test
    void refusesALinkThatLeadsOutside() throws IOException {
        link("program-1/lib/library.so", "../../../elsewhere");

        assertThatExceptionOfType(SuiteFailure.class).isThrownBy(this::unpack);
    }
}
