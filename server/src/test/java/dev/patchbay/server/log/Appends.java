package dev.patchbay.server.log;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Makes what otherwise only the log itself makes, and says what became of it. */
public final class Appends {

    public static final Instant NOON = Instant.parse("2026-04-15T12:00:00Z");

    private Appends() {}

    /** An append that was decided from nothing. */
    public static Append of(StoredEvent... events) {
        return new Append(List.of(events), new Basis());
    }

    /** An append that was decided from what was read of a stream. */
    public static Append decidedFrom(Basis basis, StoredEvent... events) {
        return new Append(List.of(events), basis);
    }

    /** Nothing but this of a stream was read. */
    public static Basis read(String stream, long lastSequence, long head) {
        return andRead(new Basis(), stream, lastSequence, head);
    }

    /** The same after something else was read. */
    public static Basis andRead(Basis basis, String stream, long lastSequence, long head) {
        basis.note(stream, 0, lastSequence, head);
        return basis;
    }

    /** The same after the views were asked too. */
    public static Basis andViews(Basis basis) {
        basis.noteViews();
        return basis;
    }

    /** Why an append does not count; null when nobody has said so. */
    public static @Nullable Throwable failure(Append append) {
        append.succeed();
        try {
            append.join();
            return null;
        } catch (CompletionException e) {
            return e.getCause();
        }
    }

    public static StoredEvent event(String stream, long sequence) {
        return event(stream, sequence, NOON);
    }

    public static StoredEvent event(String stream, long sequence, Instant at) {
        return new StoredEvent(stream, sequence, "Test", stream + "/" + sequence, at, "type", "1", "{}", "{}");
    }

    /** An event that says something. */
    public static StoredEvent saying(String payload, String stream, long sequence) {
        return new StoredEvent(stream, sequence, "Test", stream + "/" + sequence, NOON, "type", "1", payload, "{}");
    }
}
