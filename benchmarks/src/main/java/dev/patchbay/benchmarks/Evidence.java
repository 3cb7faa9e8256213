package dev.patchbay.benchmarks;

import java.io.IOException;
import java.util.Locale;

/**
 * What is left of the writes when all is over.
 *
 * @param failed whose fate is unknown: they may be stored, and their numbers missing
 * @param stored the events of all writes
 * @param found how many of the sampled operators GET shows
 */
record Evidence(long confirmed, long failed, long stored, int found, int sampled) {

    /** Figures of writes that are not there are worth nothing. */
    void require(String name) throws IOException {
        if (stored < confirmed || (failed == 0 && found < sampled)) {
            throw new IOException(name + " lost writes that it had confirmed: " + this);
        }
    }

    String text() {
        return String.format(
                Locale.ROOT,
                "%,d confirmed, %,d failed, %,d stored; GET shows %d of %d",
                confirmed,
                failed,
                stored,
                found,
                sampled);
    }
}
