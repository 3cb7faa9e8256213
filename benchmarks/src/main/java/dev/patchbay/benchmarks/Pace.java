package dev.patchbay.benchmarks;

/** When the next request of a load is to be sent. */
interface Pace {

    /** A closed loop: as soon as the last one of its connection is answered. */
    Pace CLOSED_LOOP = now -> now;

    /** A time of {@link System#nanoTime()}, also one that is over: then the request is late from the beginning. */
    long next(long now);
}
