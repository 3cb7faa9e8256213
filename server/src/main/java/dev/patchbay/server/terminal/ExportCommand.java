package dev.patchbay.server.terminal;

import dev.patchbay.shared.export.Dataset;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Takes out all that an account ever had, as the tables of one DuckDB file. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Writes the log, the versions of operators and numbers, the ring orders and the calls as tables"
                + " of one DuckDB file, which is replaced when it is there.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:the file is written",
            "1:something broke",
            "2:the command, the URL or the key is not understood",
            "3:the server refused",
            "4:the server cannot be reached, or what answers is not Patchbay"
        })
final class ExportCommand implements Callable<Integer> {
    private static final int KIBIBYTE = 1024;
    private static final String STILL_TO_COME = "2999-01-01T00:00:00Z";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private final Service service;

    @Option(names = "--to", paramLabel = "FILE", required = true, description = "The DuckDB file.")
    private Path to = Path.of("history.duckdb");

    @Option(
            names = "--as-of",
            paramLabel = "MOMENT",
            description = "The end: a position such as @1234, or a time such as 2026-11-20T10:00:00Z; now when absent.")
    private String asOf = "";

    @Option(names = "--json", description = "Say what was written in JSON, without a progress bar.")
    private boolean json;

    ExportCommand(Map<String, String> environment) {
        this.service = new Service(environment);
    }

    @Override
    public Integer call() throws IOException, InterruptedException, SQLException {
        try (service) {
            Path target = target();
            long end = end();
            Map<String, Long> tables = new LinkedHashMap<>();
            try (WorkDirectory work = WorkDirectory.beside(target)) {
                Path file = work.file("history.duckdb");
                try (DuckDbFile database = new DuckDbFile(file)) {
                    for (Dataset dataset : Dataset.values()) {
                        String name = dataset.name().toLowerCase(Locale.ROOT);
                        tables.put(name, database.load(name, fetch(name, end, work)));
                    }
                }
                replace(target, file);
            }
            tell(new Written(to.toString(), end, tables));
            return 0;
        }
    }

    private Path target() {
        Path target = to.toAbsolutePath();
        if (target.getFileName() == null || Files.isDirectory(target)) {
            throw Failure.misused("--to is a directory: " + to);
        }
        if (!DuckDbFile.isTaken(target)) {
            throw Failure.misused("DuckDB takes no path with ; * ? or [ in it: " + target);
        }
        return target;
    }

    /** What DuckDB has kept beside the old file would spoil the new one. */
    private static void replace(Path target, Path file) throws IOException {
        Files.move(file, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        Files.deleteIfExists(target.resolveSibling(target.getFileName() + ".wal"));
    }

    /** One end for all tables; an export of what is still to come says it, and nothing else. */
    private long end() throws IOException, InterruptedException {
        String moment = asOf.isEmpty() ? "" : "&as_of=" + URLEncoder.encode(asOf, StandardCharsets.UTF_8);
        HttpResponse<InputStream> answer =
                Attempts.whileBusy().make(() -> service.ask("exports/events?from=" + STILL_TO_COME + moment));
        answer.body().close();
        return answer.headers().firstValueAsLong("Patchbay-Position").orElseThrow();
    }

    private Path fetch(String name, long end, WorkDirectory work) throws IOException, InterruptedException {
        Path file = work.file(name + ".parquet");
        try (Progress progress = Progress.of(name, "KiB", KIBIBYTE, !json)) {
            new Download(service, "exports/" + name + "?format=parquet&to=@" + end, file).run(progress);
        }
        return file;
    }

    private void tell(Written written) {
        if (json) {
            spec.commandLine().getOut().println(JsonMapper.shared().writeValueAsString(written));
        } else {
            spec.commandLine().getOut().println(written);
        }
        spec.commandLine().getOut().flush();
    }

    /** What there is now. */
    record Written(String file, long position, Map<String, Long> rows) {
        @Override
        public String toString() {
            return file + " has all up to position " + position + ", rows: " + rows;
        }
    }
}
