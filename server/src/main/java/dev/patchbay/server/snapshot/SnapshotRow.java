package dev.patchbay.server.snapshot;

import dev.patchbay.shared.text.Texts;
import java.util.Optional;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot as it lies in a file.
 *
 * @param aggregate the name of the class of the aggregate
 * @param digest of all the rest, and of the code that has written it
 */
record SnapshotRow(String stream, long sequence, String eventId, String aggregate, String state, String digest) {

    /** One that is written by code of this revision. */
    static SnapshotRow of(Snapshot snapshot, String revision) {
        String aggregate = snapshot.aggregate().getName();
        return new SnapshotRow(
                snapshot.stream(),
                snapshot.sequence(),
                snapshot.eventId(),
                aggregate,
                snapshot.state(),
                digest(
                        revision,
                        snapshot.stream(),
                        snapshot.sequence(),
                        snapshot.eventId(),
                        aggregate,
                        snapshot.state()));
    }

    /** Empty when this is not what code of this revision has written. */
    Optional<Snapshot> snapshot(String revision) {
        // No class is loaded because of a name that nobody has written.
        return digest(revision, stream, sequence, eventId, aggregate, state).equals(digest)
                ? Optional.ofNullable(aggregate(aggregate))
                        .map(type -> new Snapshot(stream, sequence, eventId, type, state))
                : Optional.empty();
    }

    private static String digest(
            String revision, String stream, long sequence, String eventId, String aggregate, String state) {
        return Texts.digest(String.join("\n", revision, stream, Long.toString(sequence), eventId, aggregate, state));
    }

    private static @Nullable Class<?> aggregate(String name) {
        try {
            Class<?> type = Class.forName(name, false, SnapshotRow.class.getClassLoader());
            return type.isAnnotationPresent(Aggregate.class) ? type : null;
        } catch (ClassNotFoundException e) {
            return null;
        }
    }
}
