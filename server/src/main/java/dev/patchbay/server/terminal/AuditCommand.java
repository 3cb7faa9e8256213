package dev.patchbay.server.terminal;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Prints entries of the audit trail. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Prints entries of the audit trail, the last one first. Needs the permission read.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:they are printed",
            "1:something broke",
            "2:the command, the URL or the key is not understood",
            "3:the server refused",
            "4:the server cannot be reached, or what answers is not Patchbay"
        })
final class AuditCommand implements Callable<Integer> {
    private static final int PART = 100;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private final Service service;

    @Mixin
    private final AuditChoice choice = new AuditChoice();

    @Option(names = "--limit", paramLabel = "N", description = "How many at most; 20 when absent.")
    private int limit = 20;

    @Option(names = "--json", description = "Print each in JSON on a line of its own.")
    private boolean json;

    AuditCommand(Map<String, String> environment) {
        this.service = new Service(environment);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (limit < 1) {
            throw new ParameterException(spec.commandLine(), "--limit must be a positive number");
        }
        try (service) {
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                forEach(entry -> out.println(entry.toString()));
            } else {
                Columns columns = new Columns("POSITION", "TIME", "TYPE", "ENTITY", "ACTOR", "CHANGES");
                forEach(entry -> add(entry, columns));
                out.println(columns);
            }
            out.flush();
            return 0;
        }
    }

    private void forEach(Consumer<JsonNode> taking) throws IOException, InterruptedException {
        int left = limit;
        String cursor = null;
        do {
            JsonNode part = part(Math.min(PART, left), cursor);
            part.get("data").forEach(taking);
            left -= part.get("data").size();
            cursor = part.at("/meta/next_cursor").asString(null);
        } while (cursor != null && left > 0);
    }

    private JsonNode part(int size, @Nullable String cursor) throws IOException, InterruptedException {
        return Attempts.whileBusy().make(() -> service.read("audit_events?" + choice.part(size, cursor)));
    }

    private static void add(JsonNode entry, Columns columns) {
        columns.add(
                entry.get("position").toString(),
                entry.get("recorded_at").asString(),
                entry.get("type").asString(),
                entry.at("/entity/type").asString() + " "
                        + entry.at("/entity/id").asString(),
                actor(entry.get("actor")),
                entry.get("changes").valueStream().map(AuditCommand::change).collect(Collectors.joining(", ")));
    }

    private static String actor(JsonNode actor) {
        return actor.get("name").isNull()
                ? actor.get("kind").asString()
                : actor.get("kind").asString() + " " + actor.get("name").asString();
    }

    private static String change(JsonNode change) {
        return change.get("field").asString() + ": " + change.get("before") + " -> " + change.get("after");
    }
}
