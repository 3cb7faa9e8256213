package dev.patchbay.rest.request;

import dev.patchbay.rest.answer.Problem;

/** How much a body of many lines may hold, told while it comes in. */
final class UploadLimits {
    static final long MOST_BYTES = 256L * 1024 * 1024;
    private static final int MOST_LINES = 100_000;

    private long bytes;
    private long lines;
    private boolean lineIsBlank = true;
    private boolean exceeded;

    /** Counts what came; only so many bytes are listened to at all, as a client hears no answer while it still speaks. */
    void count(byte[] buffer, int length) {
        bytes += length;
        if (bytes > MOST_BYTES) {
            throw Problem.tooLarge();
        }
        for (int i = 0; i < length; i++) {
            count(buffer[i]);
        }
    }

    boolean areExceeded() {
        return exceeded;
    }

    private void count(byte next) {
        if (next == '\n') {
            lineIsBlank = true;
            return;
        }
        if (lineIsBlank && !Lines.isBlank(next)) {
            lineIsBlank = false;
            lines++;
        }
        exceeded |= lines > MOST_LINES;
    }
}
