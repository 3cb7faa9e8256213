package dev.patchbay.server.terminal;

import java.io.PrintWriter;

/** What is said when somebody stops the command before its end. */
final class Farewell implements AutoCloseable {
    private final Thread hook;

    private Farewell(Thread hook) {
        this.hook = hook;
    }

    static Farewell saying(PrintWriter err, String text) {
        Thread hook = new Thread(() -> {
            err.println(text);
            err.flush();
        });
        Runtime.getRuntime().addShutdownHook(hook);
        return new Farewell(hook);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException stopping) {
            // It is being said.
        }
    }
}
