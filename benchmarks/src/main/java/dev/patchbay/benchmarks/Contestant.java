package dev.patchbay.benchmarks;

import java.io.IOException;
import java.nio.file.Path;

/** A server with POST and GET for operators, that is measured beside others. */
interface Contestant {

    String name();

    /** What a write that was answered has survived. */
    Durability durability();

    /** Whether it is one of those that a user would take instead. */
    boolean isStock();

    /** Starts it on an empty directory. */
    Server start(Path directory) throws IOException;

    /** For all that is sent to that server. */
    Account account(Server server) throws IOException;

    /** What is stored there now. */
    Stored stored(Account account) throws IOException;
}
