package ca.balise.deid.intake.parquet;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/**
 * What Parquet may take of the machine, beside the heap. A Parquet file cannot be read as it arrives: what says where everything is
 * stands at its end. So it lands in memory, as a file of a memory file system, and is gone when it has been read.
 */
@ConfigMapping(prefix = "balise.deid.parquet")
public interface ParquetLimits {

    /**
     * Where files land: a folder of a memory file system ({@code tmpfs}). Where it is none, Parquet is refused: the data would come
     * to a disk.
     */
    Path folder();

    /** Bytes of one file (128 MiB). */
    @WithDefault("134217728")
    long fileBytes();

    /** Bytes of all files at once (256 MiB). */
    @WithDefault("268435456")
    long folderBytes();

    /** Memory of the reader of one file, in bytes (128 MiB), outside the heap: it holds a part of each column at a time. */
    @WithDefault("134217728")
    long readerBytes();
}
