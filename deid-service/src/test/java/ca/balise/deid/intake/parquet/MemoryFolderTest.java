package ca.balise.deid.intake.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import ca.balise.kit.http.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryFolderTest {

    @TempDir
    Path parent;

    @Test
    void knowsMemoryFromADisk() throws IOException {
        assumeThat(Path.of("/proc")).isDirectory();

        assertThat(MemoryFolder.isMemory(Path.of("/dev/shm"))).isTrue();
        assertThat(MemoryFolder.isMemory(Path.of("/proc"))).isFalse();
        assertThat(MemoryFolder.isMemory(parent.resolve("none"))).isFalse();
    }

    @Test
    void letsNobodyElseInAndLeavesNothing() throws IOException {
        try (MemoryFolder folder = MemoryFolder.open(parent, 100, 150)) {
            assertThat(permissions(folder.path())).isEqualTo("rwx------");
            try (MemoryFolder.Landed landed = folder.receive(bytes(100))) {
                assertThat(landed.path()).hasSize(100);
                assertThat(permissions(landed.path())).isEqualTo("rw-------");
                assertThat(folder.used()).isEqualTo(100);
            }
            assertThat(folder.used()).isZero();
            assertThat(parquetFiles()).isEmpty();
        }
        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void refusesAFileThatIsTooLargeWhileItArrives() throws IOException {
        try (MemoryFolder folder = MemoryFolder.open(parent, 100, 1_000)) {
            assertThatThrownBy(() -> folder.receive(bytes(101)))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            problem -> assertThat(problem.type().name()).isEqualTo("PARQUET_TOO_LARGE"));
            assertThat(folder.used()).isZero();
            assertThat(parquetFiles()).isEmpty();
        }
    }

    @Test
    void refusesAFileForWhichThereIsNoRoomBesideTheOthers() throws IOException {
        try (MemoryFolder folder = MemoryFolder.open(parent, 100, 150);
                MemoryFolder.Landed _ = folder.receive(bytes(100))) {
            assertThatThrownBy(() -> folder.receive(bytes(51)))
                    .isInstanceOfSatisfying(ProblemException.class, problem -> {
                        assertThat(problem.type().status()).isEqualTo(503);
                        assertThat(problem.headers()).containsKey("Retry-After");
                    });
            assertThat(folder.used()).isEqualTo(100);
            try (MemoryFolder.Landed fits = folder.receive(bytes(50))) {
                assertThat(fits.bytes()).isEqualTo(50);
            }
        }
    }

    @Test
    void removesWhatABrokenUploadLeft() throws IOException {
        try (MemoryFolder folder = MemoryFolder.open(parent, 100, 150)) {
            InputStream breaks = new SequenceInputStream(bytes(10), new InputStream() {
                @Override
                public int read() throws IOException {
                    throw new IOException("gone");
                }
            });
            assertThatThrownBy(() -> folder.receive(breaks)).isInstanceOf(IOException.class);
            assertThat(folder.used()).isZero();
            assertThat(parquetFiles()).isEmpty();
        }
    }

    @Test
    void removesTheFolderOfAProcessThatIsGoneAndNoOther() throws IOException {
        Path gone = Files.createDirectory(parent.resolve("balise-deid-gone"));
        Files.createFile(gone.resolve("lock"));
        Files.writeString(gone.resolve("a.parquet"), "data");
        Path others = Files.createDirectory(parent.resolve("of-somebody-else"));
        try (MemoryFolder alive = MemoryFolder.open(parent, 100, 100);
                MemoryFolder.Landed landed = alive.receive(bytes(10));
                MemoryFolder _ = MemoryFolder.open(parent, 100, 100)) {
            assertThat(gone).doesNotExist();
            assertThat(others).exists();
            assertThat(landed.path()).exists();
        }
    }

    private List<Path> parquetFiles() throws IOException {
        try (Stream<Path> files = Files.walk(parent)) {
            return files.filter(file -> file.toString().endsWith(".parquet")).toList();
        }
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private static InputStream bytes(int count) {
        return new ByteArrayInputStream(new byte[count]);
    }
}
