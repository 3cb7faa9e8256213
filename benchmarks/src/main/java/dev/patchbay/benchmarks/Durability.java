package dev.patchbay.benchmarks;

/** What an answered write has survived. */
enum Durability {
    SQLITE("synced (WAL, synchronous=FULL)", true),
    GROUPED_SQLITE("synced (WAL, synchronous=FULL), many to a commit", true),
    POSTGRESQL("synced (fsync=on, synchronous_commit=on)", true),
    H2("NOT synced (H2 never does; WRITE_DELAY=0)", false);

    private final String text;
    private final boolean synced;

    Durability(String text, boolean synced) {
        this.text = text;
        this.synced = synced;
    }

    String text() {
        return text;
    }

    /** Whether it survives a power failure. */
    boolean synced() {
        return synced;
    }
}
