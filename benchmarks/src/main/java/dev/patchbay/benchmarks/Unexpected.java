package dev.patchbay.benchmarks;

import java.util.concurrent.atomic.AtomicInteger;

/** Shows the first answers that were not expected: a number in the table alone does not say what is wrong. */
final class Unexpected {

    private static final int ENOUGH = 5;
    private static final AtomicInteger SHOWN = new AtomicInteger();

    private Unexpected() {}

    static void show(String answer) {
        if (SHOWN.getAndIncrement() < ENOUGH) {
            System.err.println("Unexpected: " + answer);
        }
    }
}
