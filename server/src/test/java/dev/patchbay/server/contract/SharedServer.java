package dev.patchbay.server.contract;

import dev.patchbay.rest.agent.AvailabilitySweep;
import dev.patchbay.server.Client;
import dev.patchbay.server.RunningServer;
import dev.patchbay.server.TestStore;
import dev.patchbay.server.dns.NameServer;
import dev.patchbay.server.mail.ScriptedSmtp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.springframework.scheduling.annotation.ScheduledAnnotationBeanPostProcessor;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/** One real server for all classes of this package; after each of them, what it added to the log is looked at. */
final class SharedServer implements BeforeAllCallback, AfterAllCallback {

    private static final int MOST_ACCOUNTS = 2000;
    private static final String INVENTORY = """
            [{"phone_number": "+15555550901", "country_code": "US", "number_type": "mobile", "upfront_cost": "1.00",
              "monthly_cost": "1.50", "features": ["sms", "voice"],
              "region_information": [{"region_type": "country", "region_name": "United States"}]},
             {"phone_number": "+15555550902", "country_code": "US", "number_type": "mobile"},
             {"phone_number": "+15555550903", "country_code": "US", "number_type": "toll-free"},
             {"phone_number": "+37060099901", "country_code": "LT", "number_type": "mobile"}]""";

    private static volatile @Nullable Running running;

    private record Running(
            Path directory, RunningServer server, NameServer names, ScriptedSmtp smtp, AtomicLong lookedAt)
            implements AutoCloseable {

        static Running start() {
            try {
                Path directory = Files.createTempDirectory("patchbay-contract");
                Path inventory = Files.writeString(directory.resolve("inventory.json"), INVENTORY);
                List<String> settings = new ArrayList<>(List.of("patchbay.inventory-file=" + inventory));
                // Every account but the first can be called.
                LongStream.rangeClosed(2, MOST_ACCOUNTS)
                        .forEach(account ->
                                settings.add("patchbay.twilio.auth.tokens." + account + "=" + Carrier.token(account)));
                NameServer names = new NameServer();
                ScriptedSmtp smtp = new ScriptedSmtp();
                settings.add("patchbay.dns.resolver=" + names.address());
                settings.add("spring.mail.host=127.0.0.1");
                settings.add("spring.mail.port=" + smtp.port());
                RunningServer server = RunningServer.on(directory, settings.toArray(String[]::new));
                leaveAgentsAsTheyAre(server);
                return new Running(directory, server, names, smtp, new AtomicLong());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            server.close();
            names.close();
            smtp.close();
            FileSystemUtils.deleteRecursively(directory);
        }
    }

    /** A client with the first key. */
    static Client client() {
        return running().server().client();
    }

    /** A client with the keys of the first agent. */
    static Client agents() {
        return running().server().agents();
    }

    /** A part of the server, for tests that look inside. */
    static <T> T part(Class<T> type) {
        return running().server().part(type);
    }

    static URI root() {
        return running().server().root();
    }

    /** Has the name server say what a domain must. */
    static void publish(JsonNode domain) {
        running().names().publish(domain);
    }

    /** Has the name server forget what a domain said. */
    static void withdraw(JsonNode domain) {
        domain.get("records")
                .forEach(record -> running().names().forget(record.get("host").asString()));
    }

    /** The messages that came to the mail server. */
    static List<String> mails() {
        return running().smtp().messages();
    }

    /** Where the server keeps its data. */
    static Path directory() {
        return running().directory();
    }

    static EventLog log() {
        return new EventLog(running().directory());
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        StoreScope scope = TestStore.sharesServers() ? StoreScope.LAUNCHER_SESSION : StoreScope.EXECUTION_REQUEST;
        running = context.getStore(scope, Namespace.GLOBAL)
                .computeIfAbsent(SharedServer.class, type -> Running.start(), Running.class);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        long head = log().head();
        log().requireThatEveryEventSaysWhoAskedAndShowsNoKey(
                        running().lookedAt().getAndSet(head));
    }

    /** Until a test looks for those who are gone: nobody else says when. */
    private static void leaveAgentsAsTheyAre(RunningServer server) {
        server.part(ScheduledAnnotationBeanPostProcessor.class)
                .postProcessBeforeDestruction(server.part(AvailabilitySweep.class), "availabilitySweep");
    }

    private static Running running() {
        Running known = running;
        if (known == null) {
            throw new IllegalStateException("the class is not extended with SharedServer");
        }
        return known;
    }
}
