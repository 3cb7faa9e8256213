package dev.patchbay.server.fault;

import java.io.IOException;

/** What a process can be sent. */
enum Signal {
    /** A fast shutdown, for PostgreSQL. */
    INT,
    /** An immediate shutdown, for PostgreSQL. */
    QUIT,
    KILL,
    STOP,
    CONT;

    void to(long pid) throws IOException, InterruptedException {
        int exitCode = new ProcessBuilder("kill", "-" + name(), Long.toString(pid))
                .inheritIO()
                .start()
                .waitFor();
        if (exitCode != 0) {
            throw new IOException("process " + pid + " cannot be sent " + this);
        }
    }
}
