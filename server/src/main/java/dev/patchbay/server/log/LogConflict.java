package dev.patchbay.server.log;

/** What an append was decided from is not so any more: somebody else's events came first. */
public final class LogConflict extends RuntimeException {

    private final boolean aboutCreation;

    private LogConflict(String message, boolean aboutCreation) {
        super(message);
        this.aboutCreation = aboutCreation;
    }

    /** An event's place in its stream was taken by another one. */
    public static LogConflict taken(StoredEvent event) {
        return new LogConflict(
                event.stream() + " has an event number " + event.sequence() + " already", event.sequence() == 0);
    }

    /** A stream that the decision was made from has grown since, or what was decided from it would not be decided any more. */
    public static LogConflict overtaken(String stream) {
        return new LogConflict("others have decided about " + stream + " meanwhile", false);
    }

    /** Whether two creations met, rather than two changes. */
    public boolean isAboutCreation() {
        return aboutCreation;
    }
}
