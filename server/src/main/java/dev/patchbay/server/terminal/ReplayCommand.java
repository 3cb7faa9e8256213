package dev.patchbay.server.terminal;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Has a projection built anew, and follows that to its end. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description =
                "Has a projection built anew while the old views answer, and follows that to its end; it goes on without"
                        + " anybody who follows. Needs the permission admin.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:the new views answer, or with --detach the replay is started",
            "1:something broke",
            "2:the command, the URL or the key is not understood",
            "3:the server refused",
            "4:the server cannot be reached, or what answers is not Patchbay",
            "5:the new views differ, and the replay waits to be accepted or discarded",
            "6:the replay failed",
            "7:somebody ended the replay"
        })
final class ReplayCommand implements Callable<Integer> {
    static final int DIFFERS = 5;
    static final int BROKEN = 6;
    static final int ENDED = 7;

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    private final Attempts.Pause pause = Thread::sleep;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private final Service service;

    @Parameters(paramLabel = "NAME", description = "The projection, such as views.")
    private String name = "views";

    @Option(
            names = "--events-per-second",
            paramLabel = "N",
            description = "How fast at most; as fast as can be when absent.")
    private @Nullable Integer eventsPerSecond;

    @Option(names = "--detach", description = "Do not wait for the end.")
    private boolean detach;

    @Option(names = "--json", description = "Say what became of it in JSON, without a progress bar.")
    private boolean json;

    ReplayCommand(Map<String, String> environment) {
        this.service = new Service(environment);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (service) {
            String replays = "projections/"
                    + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20") + "/replays";
            FollowedReplay started =
                    FollowedReplay.of(service.post(replays, "{\"events_per_second\":" + eventsPerSecond + "}")
                            .get("data"));
            FollowedReplay replay = detach ? started : follow(replays + "/" + started.id(), started);
            tell(replay);
            return detach ? 0 : replay.exitStatus();
        }
    }

    private FollowedReplay follow(String path, FollowedReplay started) throws IOException, InterruptedException {
        FollowedReplay replay = started;
        try (Progress progress = Progress.of("replay " + started.id(), "events", 1, !json);
                Farewell _ = Farewell.saying(
                        spec.commandLine().getErr(), "Replay " + started.id() + " goes on without you")) {
            note(started);
            for (; replay.exitStatus() < 0; replay = look(path)) {
                replay.show(progress);
                pause.last(BETWEEN_LOOKS);
            }
            replay.show(progress);
        }
        return replay;
    }

    /** A replay goes on when the server comes back. */
    private FollowedReplay look(String path) throws IOException, InterruptedException {
        return FollowedReplay.of(
                Attempts.whileDown().make(() -> service.read(path)).get("data"));
    }

    private void note(FollowedReplay started) {
        if (!json) {
            spec.commandLine().getErr().println(started);
            spec.commandLine().getErr().flush();
        }
    }

    private void tell(FollowedReplay replay) {
        String said = json ? replay.told().toString() : replay.toString();
        spec.commandLine().getOut().println(said);
        if (!json && replay.exitStatus() == DIFFERS) {
            spec.commandLine().getOut().println(replay.differences());
        }
        spec.commandLine().getOut().flush();
    }
}
