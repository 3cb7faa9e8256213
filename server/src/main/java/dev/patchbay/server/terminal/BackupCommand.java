package dev.patchbay.server.terminal;

import dev.patchbay.server.ServerSettings.Store;
import dev.patchbay.server.sqlite.Backup;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.dao.DataAccessException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Copies the data directory of a server of this machine. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description =
                "Copies the log and what is private into a new directory, as they are at one moment, while the server"
                        + " of this machine may go on. To restore, start a server with the copy as its data directory.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:the copy is there, and sound",
            "1:something broke, and there is no copy",
            "2:the command is not understood",
        })
final class BackupCommand implements Callable<Integer> {
    private static final String DEFAULT_DIRECTORY = "./data";

    private final Map<String, String> environment;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description = "Where the server keeps its data; else PATCHBAY_DATA_DIR, else " + DEFAULT_DIRECTORY + ".")
    private @Nullable Path data;

    @Option(names = "--to", paramLabel = "DIR", required = true, description = "A directory that is not there yet.")
    private Path to = Path.of("backup");

    @Option(names = "--json", description = "Say what was copied in JSON.")
    private boolean json;

    BackupCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException {
        if (data == null) {
            refuseSharedStore();
        }
        Path source = data == null ? Path.of(environment.getOrDefault("PATCHBAY_DATA_DIR", DEFAULT_DIRECTORY)) : data;
        Path target = to.toAbsolutePath().normalize();
        if (target.getFileName() == null) {
            throw Failure.misused("--to must be a directory that is not there yet");
        }
        tell(made(source.toAbsolutePath().normalize(), target));
        return 0;
    }

    /** The data directory may have the files of before a log was moved: a copy of those would be of no use. */
    private void refuseSharedStore() {
        switch (store()) {
            case SQLITE -> {}
            case POSTGRES -> throw Failure.misused("The log is in PostgreSQL: back it up with pg_dump");
            case AXON_SERVER ->
                throw Failure.misused(
                        "The log is in an Axon Server: back up that first, then the database with pg_dump");
        }
    }

    /** However its name is written, as the server understands it. */
    private Store store() {
        String name = environment.getOrDefault("PATCHBAY_STORE", "");
        try {
            return new Binder(new MapConfigurationPropertySource(Map.of("patchbay.store", name)))
                    .bind("patchbay.store", Store.class)
                    .orElse(Store.SQLITE);
        } catch (BindException e) {
            throw Failure.misused("PATCHBAY_STORE must be sqlite, postgres or axon-server");
        }
    }

    private static Backup made(Path source, Path target) throws IOException {
        try {
            return Backup.make(source, target);
        } catch (IOException | DataAccessException e) {
            throw Failure.uncopied(e);
        }
    }

    private void tell(Backup backup) {
        String said = json
                ? JsonMapper.shared()
                        .writeValueAsString(Map.of("directory", to.toString(), "position", backup.position()))
                : to + " has all up to position " + backup.position();
        spec.commandLine().getOut().println(said);
        spec.commandLine().getOut().flush();
    }
}
