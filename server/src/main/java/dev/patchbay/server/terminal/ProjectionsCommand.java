package dev.patchbay.server.terminal;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Says how far the projections are. */
@Command(
        name = "projections",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description =
                "Says how far the projections are, and the replays that are under way. Needs the permission admin.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:it is said",
            "1:something broke",
            "2:the command, the URL or the key is not understood",
            "3:the server refused",
            "4:the server cannot be reached, or what answers is not Patchbay"
        })
final class ProjectionsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private final Service service;

    @Option(names = "--json", description = "Say it in JSON.")
    private boolean json;

    ProjectionsCommand(Map<String, String> environment) {
        this.service = new Service(environment);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (service) {
            JsonNode projections =
                    Attempts.whileBusy().make(() -> service.read("projections")).get("data");
            PrintWriter out = spec.commandLine().getOut();
            out.println(json ? projections.toString() : columns(projections).toString());
            out.flush();
            return 0;
        }
    }

    private static Columns columns(JsonNode projections) {
        Columns columns = new Columns("NAME", "POSITION", "LAG", "DEAD LETTERS", "REPLAY");
        projections.forEach(projection -> columns.add(
                projection.get("name").asString(),
                projection.get("position").toString(),
                lag(projection.get("lag")),
                projection.get("dead_letters").toString(),
                projection.get("replay").isNull()
                        ? "-"
                        : FollowedReplay.of(projection.get("replay")).toString()));
        return columns;
    }

    private static String lag(JsonNode lag) {
        return lag.get("events") + " events, " + lag.get("seconds") + " s";
    }
}
