package dev.patchbay.server;

/**
 * What only one of the processes that share a log needs to do: sending mail, looking up domains, deciding on replays. Who is on duty
 * may change at any moment, and for a moment two may believe that they are; the log decides whose work counts.
 */
public interface Duty {

    /** A process that shares its log with no other. */
    Duty ALONE = new Duty() {
        @Override
        public boolean isMine() {
            return true;
        }

        @Override
        public boolean isShared() {
            return false;
        }

        @Override
        public void onTaken(Runnable listener) {
            // It always was.
        }
    };

    /** Whether it is this process that is on duty. */
    boolean isMine();

    /** Whether another process may be on duty. */
    boolean isShared();

    /** Has the runnable called whenever this process has come on duty. */
    void onTaken(Runnable listener);
}
