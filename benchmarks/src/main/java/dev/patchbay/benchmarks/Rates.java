package dev.patchbay.benchmarks;

/** How many requests of the open loop are to be sent per second, the same for all. */
record Rates(int creations, int readings) {

    String text() {
        return creations + " writes and " + readings + " reads per second";
    }
}
