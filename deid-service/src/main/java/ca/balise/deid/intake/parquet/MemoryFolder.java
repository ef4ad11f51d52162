package ca.balise.deid.intake.parquet;

import ca.balise.deid.DeidProblem;
import ca.balise.kit.http.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Files in memory: a folder of one process in a memory file system, which nobody else may enter. Files in it have random names, and are
 * bounded one by one and together while they grow.
 *
 * <p>A process that was killed leaves its folder behind. Each holds a lock, which the system gives up with the process; the next
 * process that starts removes every folder whose lock is free.
 */
final class MemoryFolder implements AutoCloseable {

    private static final Set<String> MEMORY_FILE_SYSTEMS = Set.of("tmpfs", "ramfs");
    private static final String PREFIX = "balise-deid-";
    private static final String LOCK = "lock";
    private static final int BUFFER = 64 << 10;

    private final Path folder;
    private final FileChannel lock;
    private final long fileBytes;
    private final long folderBytes;
    private final AtomicLong used = new AtomicLong();

    private MemoryFolder(Path folder, FileChannel lock, long fileBytes, long folderBytes) {
        this.folder = folder;
        this.lock = lock;
        this.fileBytes = fileBytes;
        this.folderBytes = folderBytes;
    }

    /** Whether what is written in a folder stays in memory. */
    static boolean isMemory(Path folder) throws IOException {
        return Files.isDirectory(folder)
                && MEMORY_FILE_SYSTEMS.contains(Files.getFileStore(folder).type());
    }

    /**
     * Makes a folder for this process and removes those of processes that are gone.
     *
     * @param parent in a memory file system
     */
    static MemoryFolder open(Path parent, long fileBytes, long folderBytes) throws IOException {
        removeLeftovers(parent);
        Path folder = Files.createDirectory(
                parent.resolve(PREFIX + UUID.randomUUID()),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        FileChannel channel = FileChannel.open(
                folder.resolve(LOCK), Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), owner());
        FileLock _ = channel.lock();
        return new MemoryFolder(folder, channel, fileBytes, folderBytes);
    }

    private static FileAttribute<?> owner() {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    }

    private static void removeLeftovers(Path parent) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (Path folder : folders) {
                if (Files.isWritable(folder) && isFree(folder)) {
                    remove(folder);
                }
            }
        }
    }

    /** A folder without a lock file is one that is just being made, or removed. */
    private static boolean isFree(Path folder) throws IOException {
        Path file = folder.resolve(LOCK);
        if (!Files.isWritable(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock != null;
        } catch (OverlappingFileLockException ours) {
            return false;
        }
    }

    private static void remove(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            // The lock last: as long as anything else is there, another process may go on with this.
            for (Path file : files) {
                if (!file.endsWith(LOCK)) {
                    Files.deleteIfExists(file);
                }
            }
        }
        Files.deleteIfExists(folder.resolve(LOCK));
        Files.deleteIfExists(folder);
    }

    Path path() {
        return folder;
    }

    /** Bytes of all files now. */
    long used() {
        return used.get();
    }

    /**
     * Lets a body land.
     *
     * @return the file, to be closed: then it is gone
     * @throws ProblemException 413, if it is larger than a file may be; 503, if there is no room for it beside the others
     * @throws IOException if the caller's connection fails
     */
    Landed receive(InputStream body) throws IOException {
        Landed landed = new Landed(folder.resolve(UUID.randomUUID() + ".parquet"));
        try {
            landed.fill(body);
            return landed;
        } catch (IOException | RuntimeException failure) {
            landed.close();
            throw failure;
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
        remove(folder);
    }

    /** One file that has landed. */
    final class Landed implements AutoCloseable {

        private final Path file;
        private long bytes;

        private Landed(Path file) {
            this.file = file;
        }

        Path path() {
            return file;
        }

        long bytes() {
            return bytes;
        }

        private void fill(InputStream body) throws IOException {
            byte[] buffer = new byte[BUFFER];
            try (OutputStream out = create()) {
                for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                    reserve(read);
                    write(out, buffer, read);
                }
            }
        }

        private OutputStream create() throws IOException {
            return Channels.newOutputStream(Files.newByteChannel(
                    file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), owner()));
        }

        private void reserve(int more) {
            if (bytes + more > fileBytes) {
                throw new ProblemException(DeidProblem.PARQUET_TOO_LARGE, fileBytes);
            }
            bytes += more;
            if (used.addAndGet(more) > folderBytes) {
                throw noRoom();
            }
        }

        /** The file system may be smaller than it was said to be. */
        private static void write(OutputStream out, byte[] buffer, int length) {
            try {
                out.write(buffer, 0, length);
            } catch (IOException full) {
                throw noRoom();
            }
        }

        @Override
        public void close() throws IOException {
            used.addAndGet(-bytes);
            bytes = 0;
            Files.deleteIfExists(file);
        }
    }

    private static ProblemException noRoom() {
        return new ProblemException(DeidProblem.PARQUET_MEMORY_FULL).with("Retry-After", "5");
    }
}
