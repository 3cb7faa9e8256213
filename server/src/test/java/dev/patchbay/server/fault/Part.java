package dev.patchbay.server.fault;

import dev.patchbay.server.ServerSettings.Role;
import dev.patchbay.server.TestStore;
import org.jspecify.annotations.Nullable;

/** Which part of the work a process does; others do the rest. */
enum Part {
    WHOLE("a process", null),
    COMMAND("a command process", Role.COMMAND),
    QUERY("a query process", Role.QUERY),
    API("an api process", Role.API);

    private final String title;
    private final @Nullable Role only;

    Part(String title, @Nullable Role only) {
        this.title = title;
        this.only = only;
    }

    boolean does(Role role) {
        return only == null || only == role;
    }

    /** Whether it writes to files while it works: a log, views, snapshots. */
    boolean keepsFiles() {
        return does(Role.COMMAND) || does(Role.QUERY);
    }

    /** With what a process is started that does this. */
    String setting() {
        return TestStore.ROLES + (only == null ? "" : only.word());
    }

    /** What follows the name of a fault that happens to it; nothing where all processes are alike. */
    String of() {
        return this == WHOLE ? "" : " of " + title;
    }

    @Override
    public String toString() {
        return title;
    }
}
