package dev.patchbay.rest.export;

import dev.patchbay.shared.export.Dataset;
import java.io.IOException;
import java.nio.file.Path;

/** Makes Parquet of an export; the same rows always give the same bytes. */
public interface ParquetFiles {

    /** Changes whenever the same rows may give other bytes. */
    String version();

    /**
     * Writes a file.
     *
     * @param csv the export as a table of text
     * @param parquet where it goes; not there yet
     */
    void write(Dataset dataset, Path csv, Path parquet) throws IOException;
}
