package ca.balise.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Unpacks a program once, whole or not at all, with its executable bits and links. */
final class Archive {
    private static final int EXECUTABLE = 0b001_000_000;

    private Archive() {}

    /** Opens the uncompressed bytes of an archive. */
    @FunctionalInterface
    interface Source {
        InputStream open() throws IOException;
    }

    /**
     * Unpacks a tar into a folder, unless the folder is there already.
     *
     * @param source the tar, uncompressed
     * @param leading how many leading folders of each entry's name to drop
     * @param target the folder, which appears only when it is complete
     * @throws SuiteFailure when it cannot be read or written, or an entry points outside the folder
     */
    static void unpackOnce(Source source, int leading, Path target) {
        if (Files.isDirectory(target)) {
            return;
        }
        Path fresh = target.resolveSibling(target.getFileName() + ".new");
        StateFolder.remove(fresh);
        try (TarArchiveInputStream tar = new TarArchiveInputStream(source.open())) {
            Files.createDirectories(fresh);
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path name = Path.of(entry.getName());
                if (name.getNameCount() > leading) {
                    write(tar, entry, inside(fresh, name.subpath(leading, name.getNameCount())), fresh);
                }
            }
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new SuiteFailure("cannot unpack into " + target + ": " + e.getMessage(), e);
        }
    }

    private static Path inside(Path folder, Path name) throws IOException {
        Path path = folder.resolve(name).normalize();
        if (!path.startsWith(folder)) {
            throw new IOException("an entry points outside the folder");
        }
        return path;
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path path, Path folder)
            throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Path parent = path.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        if (entry.isSymbolicLink()) {
            Path link = Path.of(entry.getLinkName());
            inside(folder, folder.relativize(path.resolveSibling(link)));
            Files.createSymbolicLink(path, link);
        } else if (entry.isFile()) {
            Files.copy(tar, path, StandardCopyOption.REPLACE_EXISTING);
            if ((entry.getMode() & EXECUTABLE) != 0) {
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }
}
