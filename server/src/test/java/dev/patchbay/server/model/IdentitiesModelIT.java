package dev.patchbay.server.model;

import dev.patchbay.server.Client;
import dev.patchbay.server.Rounds;
import dev.patchbay.server.RunningServer;
import dev.patchbay.server.dns.NameServer;
import dev.patchbay.server.mail.ScriptedSmtp;
import dev.patchbay.server.snapshot.EveryPrefix;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.springframework.util.FileSystemUtils;

/** Random histories of domains, assistants and identities, answer by answer what a simple model of the contract says. */
class IdentitiesModelIT {

    private static final AtomicInteger PLAYS = new AtomicInteger();

    private static Path directory;
    private static NameServer names;
    private static ScriptedSmtp mail;
    private static RunningServer server;

    @BeforeContainer
    static void start() throws IOException {
        directory = Files.createTempDirectory("patchbay-model");
        names = new NameServer();
        mail = new ScriptedSmtp();
        server = RunningServer.on(
                directory,
                PlayedServer.SNAPSHOTS,
                "patchbay.dns.resolver=" + names.address(),
                "spring.mail.host=127.0.0.1",
                "spring.mail.port=" + mail.port());
        // What it looks up by itself a minute later the model does not know of.
        server.part("inspections", Rounds.class).stop();
    }

    @AfterContainer
    static void stop() throws IOException {
        EveryPrefix.requireTheSame(server);
        server.close();
        mail.close();
        names.close();
        FileSystemUtils.deleteRecursively(directory);
    }

    @Property(tries = 12)
    @AddLifecycleHook(ModelTries.class)
    void every_answer_is_the_one_of_the_model(@ForAll("histories") List<PostAction> history) {
        Client admin = server.client();
        String key = admin.post("accounts", "{\"name\": \"Model\"}")
                .data()
                .get("api_key")
                .get("key")
                .asString();
        PostPlay play = new PostPlay(
                PLAYS.incrementAndGet(), admin.as(key).at(server.root().resolve("/v1/")), names);

        history.forEach(play::perform);
    }

    /** They begin with what all else needs. */
    @Provide
    Arbitrary<List<PostAction>> histories() {
        List<PostAction> beginning = List.of(
                new PostAction(PostAction.What.ADD_DOMAIN, 0, 0, "ada"),
                new PostAction(PostAction.What.PUBLISH, 0, 0, ""),
                new PostAction(PostAction.What.VERIFY, 0, 0, ""),
                new PostAction(PostAction.What.MAKE_ASSISTANT, 0, 0, "ada"),
                new PostAction(PostAction.What.CREATE, 0, 1, "ada"));
        return PostAction.any()
                .list()
                .ofMinSize(20)
                .ofMaxSize(40)
                .map(more -> Stream.concat(beginning.stream(), more.stream()).toList());
    }
}
