package dev.patchbay.shared.replay;

import dev.patchbay.shared.Personal;
import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * The new table of this name is not the old one.
 *
 * @param tableName as it is called in the views
 * @param onlyInOld how many rows the new one lacks
 * @param onlyInNew how many rows the old one lacks
 * @param rows which rows, by their keys, of some of them
 */
@Revision("1")
public record ReplayTableDiffered(
        long replayId,
        String tableName,
        long onlyInOld,
        long onlyInNew,
        @Personal List<String> rows) implements ReplayEvent {}
