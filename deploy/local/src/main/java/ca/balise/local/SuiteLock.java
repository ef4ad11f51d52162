package ca.balise.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * One launcher a state folder. The operating system frees the lock when its holder dies, however it dies, so a lock that
 * is held means a launcher that lives, and its process number is in the file.
 */
final class SuiteLock implements AutoCloseable {
    private final FileChannel channel;

    private SuiteLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Takes the lock; empty where another process holds it. */
    static Optional<SuiteLock> tryTake(StateFolder state) {
        try {
            FileChannel channel = FileChannel.open(
                    state.lock(), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                channel.close();
                return Optional.empty();
            }
            channel.truncate(0);
            String pid = Long.toString(ProcessHandle.current().pid());
            channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)));
            channel.force(true);
            return Optional.of(new SuiteLock(channel));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a launcher holds the lock; asking takes nothing and writes nothing. */
    static boolean isHeld(StateFolder state) {
        if (!Files.exists(state.lock())) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(state.lock(), StandardOpenOption.READ);
                FileLock shared = channel.tryLock(0, Long.MAX_VALUE, true)) {
            return shared == null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The launcher that holds the lock, as far as the file tells. */
    static Optional<ProcessHandle> holder(StateFolder state) {
        try {
            String pid = Files.exists(state.lock()) ? Files.readString(state.lock()) : "";
            return pid.matches("\\d+") ? ProcessHandle.of(Long.parseLong(pid)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
