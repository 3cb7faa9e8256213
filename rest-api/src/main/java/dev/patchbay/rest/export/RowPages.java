package dev.patchbay.rest.export;

import java.util.List;

/** The rows of an export, some at a time, so that never all of them are in memory. */
@FunctionalInterface
public interface RowPages {

    /** The next rows in their order; none when there are no more. */
    List<ExportRow> next();
}
