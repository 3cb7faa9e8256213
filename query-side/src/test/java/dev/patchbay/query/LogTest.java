package dev.patchbay.query;

import dev.patchbay.shared.Moment;
import dev.patchbay.shared.Scope;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Begins every test with an empty log. */
public abstract class LogTest {

    protected static final Moment NOW = Moment.latest();
    protected static final Scope ACCOUNT = new Scope(Facts.ACCOUNT, null);
    protected static final Scope PROJECT = new Scope(Facts.ACCOUNT, 5L);
    protected static final Scope OTHER_PROJECT = new Scope(Facts.ACCOUNT, 6L);
    protected static final Scope STRANGERS = new Scope(Facts.ACCOUNT + 1, null);

    @TempDir
    Path directory;

    protected ProjectedLog log;

    @BeforeEach
    void begin() {
        log = new ProjectedLog(directory);
    }

    @AfterEach
    void end() {
        log.close();
    }
}
