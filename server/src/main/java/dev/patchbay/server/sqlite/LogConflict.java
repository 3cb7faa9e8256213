package dev.patchbay.server.sqlite;

/** An event's place in its stream was taken by another one. */
public final class LogConflict extends RuntimeException {

    private final transient StoredEvent event;

    LogConflict(StoredEvent event, Throwable cause) {
        super(event.stream() + " has an event number " + event.sequence() + " already", cause);
        this.event = event;
    }

    /** Whether two creations met, rather than two changes. */
    boolean isAboutCreation() {
        return event.sequence() == 0;
    }
}
