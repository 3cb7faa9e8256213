package dev.patchbay.query.call;

import java.time.Instant;

/** A call as somebody would note it on paper. */
record KnownCall(long id, long number, String status, Long operator, long duration, Instant startedAt) {

    boolean counts() {
        return !status.equals("ringing");
    }

    boolean answered() {
        return status.equals("answered");
    }

    long seconds() {
        return answered() ? duration : 0;
    }
}
