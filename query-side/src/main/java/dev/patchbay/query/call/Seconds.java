package dev.patchbay.query.call;

import java.time.Instant;

/** Times as they are stored: in whole seconds since 1970. */
final class Seconds {

    private Seconds() {}

    /** The first whole second at this time or later. */
    static long notBefore(Instant time) {
        return time.getNano() == 0 ? time.getEpochSecond() : time.getEpochSecond() + 1;
    }
}
