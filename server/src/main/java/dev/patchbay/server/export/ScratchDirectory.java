package dev.patchbay.server.export;

import dev.patchbay.rest.export.ScratchFiles;
import dev.patchbay.server.ConditionalOnRole;
import dev.patchbay.server.ServerSettings.Role;
import dev.patchbay.server.sqlite.DataDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/** The directory {@code tmp} beside the data; what a server that died has left there is gone at the next start. */
@Component
@ConditionalOnRole(Role.API)
class ScratchDirectory implements ScratchFiles {
    private static final long LEFT_TO_THE_LOG = 1L << 30;

    private final Path directory;

    ScratchDirectory(DataDirectory data) throws IOException {
        this.directory = data.file("tmp");
        FileSystemUtils.deleteRecursively(directory);
    }

    @Override
    public Path name() throws IOException {
        Path there = Files.createDirectories(directory);
        if (Files.getFileStore(there).getUsableSpace() < LEFT_TO_THE_LOG) {
            throw new IOException("less than " + LEFT_TO_THE_LOG + " bytes are left for the log");
        }
        return there.resolve(UUID.randomUUID().toString());
    }
}
