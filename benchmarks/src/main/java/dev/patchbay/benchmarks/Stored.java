package dev.patchbay.benchmarks;

/** How many events a server has, and how many of them its views show. */
record Stored(long events, long shown) {

    boolean isShown() {
        return events == shown;
    }
}
