package dev.patchbay.server;

/** Lets one process after the other open its doors, so that only the first makes and shows what an empty log lacks. */
public interface Entrance {

    /** A process that shares its log with no other. */
    Entrance FREE = new Entrance() {
        @Override
        public void enter() {
            // Nobody is before it.
        }

        @Override
        public void leave() {
            // Nobody is behind it.
        }
    };

    /** Returns when no other process is between here and {@link #leave}; to be called again while it takes long. */
    void enter();

    /** Lets the next one in; it is let in too when this process ends. */
    void leave();
}
