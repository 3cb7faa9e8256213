package dev.patchbay.rest.export;

import java.io.IOException;
import java.nio.file.Path;

/** Where there is room for what is too large for memory. */
@FunctionalInterface
public interface ScratchFiles {

    /** The name of a file that is not there yet; whoever writes it deletes it. */
    Path name() throws IOException;
}
