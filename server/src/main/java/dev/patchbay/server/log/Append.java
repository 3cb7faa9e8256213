package dev.patchbay.server.log;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Events that belong in the log together, what they were decided from, and the one who waits for them. */
public final class Append {

    private final List<StoredEvent> events;
    private final Basis basis;
    private final CompletableFuture<Void> stored = new CompletableFuture<>();

    public Append(List<StoredEvent> events, Basis basis) {
        this.events = List.copyOf(events);
        this.basis = basis;
    }

    public List<StoredEvent> events() {
        return events;
    }

    public Basis basis() {
        return basis;
    }

    /** It was decided from something that is not so any more: nothing of it is stored. */
    public void refuse(LogConflict why) {
        stored.completeExceptionally(why);
    }

    /** It cannot be stored, as far as one can know. */
    public void fail(Throwable why) {
        stored.completeExceptionally(why);
    }

    /** It is in the log, on the disk. */
    public void succeed() {
        stored.complete(null);
    }

    void join() {
        stored.join();
    }
}
