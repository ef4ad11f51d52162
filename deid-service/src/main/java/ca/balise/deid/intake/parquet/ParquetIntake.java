package ca.balise.deid.intake.parquet;

import ca.balise.deid.DeidProblem;
import ca.balise.deid.intake.RecordSource;
import ca.balise.deid.intake.model.IntakeLimits;
import ca.balise.kit.http.problem.ProblemException;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Takes Parquet files in, where there is a memory file system for them. */
@Startup
@ApplicationScoped
public class ParquetIntake {

    private static final Logger LOG = Logger.getLogger(ParquetIntake.class);

    private final ParquetLimits limits;
    private volatile @Nullable MemoryFolder folder;

    ParquetIntake(ParquetLimits limits) {
        this.limits = limits;
    }

    /** Without a folder in memory the service starts all the same: every other format is read from the wire. */
    void open(@Observes StartupEvent starting) {
        try {
            if (!MemoryFolder.isMemory(limits.folder())) {
                LOG.warnf(
                        "%s is no folder of a memory file system: Parquet is refused, for it would come to a disk",
                        limits.folder());
                return;
            }
            folder = MemoryFolder.open(limits.folder(), limits.fileBytes(), limits.folderBytes());
        } catch (IOException failure) {
            LOG.warnf(
                    "Parquet is refused: no folder in %s: %s",
                    limits.folder(), failure.getClass().getName());
            return;
        }
        Thread.ofPlatform().daemon().name("parquet-warm-up").start(ParquetIntake::warm);
    }

    /** Beside everything else: it takes a second, and the first Parquet file can wait for it. */
    private static void warm() {
        try {
            ParquetReader.warm();
        } catch (SQLException | LinkageError failure) {
            LOG.warnf(
                    "DuckDB cannot be loaded, and no Parquet be read: %s",
                    failure.getClass().getName());
        }
    }

    void close(@Observes ShutdownEvent stopping) throws IOException {
        MemoryFolder open = folder;
        if (open != null) {
            open.close();
        }
    }

    /** Bytes of the files that are being read. */
    public long bytesHeld() {
        MemoryFolder open = folder;
        return open == null ? 0 : open.used();
    }

    /**
     * The records of a Parquet file.
     *
     * @param body the file, which lands in memory when the records are asked for
     * @param intake limits of a record
     * @throws ProblemException 415, if this service has no memory for Parquet
     */
    public RecordSource records(InputStream body, IntakeLimits intake) {
        MemoryFolder open = folder;
        if (open == null) {
            throw new ProblemException(DeidProblem.PARQUET_NOT_TAKEN);
        }
        return sink -> {
            try (MemoryFolder.Landed landed = open.receive(body)) {
                new ParquetReader(landed.path(), intake, limits.readerBytes()).feed(sink);
            }
        };
    }
}
