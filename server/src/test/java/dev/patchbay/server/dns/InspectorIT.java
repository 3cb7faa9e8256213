package dev.patchbay.server.dns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.rest.bus.Decisions;
import dev.patchbay.rest.bus.Questions;
import dev.patchbay.rest.domain.NameServers;
import dev.patchbay.server.Client;
import dev.patchbay.server.RunningServer;
import dev.patchbay.shared.domain.Finding;
import dev.patchbay.shared.domain.Findings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Look-ups that nobody asked for, at times that come when the test says. */
class InspectorIT {

    private static final Findings GOOD =
            new Findings(Finding.VERIFIED, Finding.VERIFIED, Finding.VERIFIED, Finding.VERIFIED);
    private static final Findings BAD =
            new Findings(Finding.MISSING, Finding.MISSING, Finding.MISSING, Finding.MISSING);

    @TempDir
    Path directory;

    @Test
    void a_domain_is_looked_up_less_and_less_often_until_its_records_are_there() {
        try (NameServer names = new NameServer();
                RunningServer server = RunningServer.on(directory, "patchbay.dns.resolver=" + names.address())) {
            Client client = server.client().at(server.root().resolve("/v1/"));
            JsonNode domain =
                    client.post("domains", "{\"domain\": \"example.lt\"}").json();
            Instant added = Instant.now();

            Instant first = inspector(server, added).checkDue().orElseThrow();
            assertThat(names.questions()).isEmpty();
            assertThat(Duration.between(added, first)).isBetween(Duration.ofSeconds(50), Duration.ofSeconds(60));

            Instant second =
                    inspector(server, first.plusSeconds(600)).checkDue().orElseThrow();
            assertThat(names.questions()).isNotEmpty();
            assertThat(state(client, domain)).isEqualTo("pending");
            assertThat(Duration.between(first, second)).isBetween(Duration.ofSeconds(1200), Duration.ofSeconds(1300));

            names.publish(domain);
            assertThat(inspector(server, second).checkDue()).isEmpty();
            assertThat(state(client, domain)).isEqualTo("verified");
        }
    }

    @Test
    void a_domain_that_was_deleted_is_not_looked_up() {
        try (NameServer names = new NameServer();
                RunningServer server = RunningServer.on(directory, "patchbay.dns.resolver=" + names.address())) {
            Client client = server.client().at(server.root().resolve("/v1/"));
            JsonNode domain =
                    client.post("domains", "{\"domain\": \"example.lt\"}").json();
            client.delete("domains/" + domain.get("id").asString());

            assertThat(inspector(server, Instant.now().plusSeconds(3600)).checkDue())
                    .isEmpty();
            assertThat(names.questions()).isEmpty();
        }
    }

    @Test
    void domains_are_looked_up_at_the_same_time() {
        try (RunningServer server = RunningServer.on(directory)) {
            Client client = server.client().at(server.root().resolve("/v1/"));
            List<JsonNode> domains = IntStream.range(0, 5)
                    .mapToObj(index -> client.post("domains", "{\"domain\": \"d" + index + ".example.lt\"}")
                            .json())
                    .toList();
            CountDownLatch begun = new CountDownLatch(domains.size());
            NameServers together = (name, records) -> {
                begun.countDown();
                return isOver(begun) ? GOOD : BAD;
            };

            assertThat(inspector(server, together, Instant.now().plusSeconds(600))
                            .checkDue())
                    .isEmpty();

            assertThat(domains).extracting(domain -> state(client, domain)).containsOnly("verified");
        }
    }

    @Test
    void a_look_up_that_somebody_else_overtook_says_nothing() {
        try (NameServer names = new NameServer();
                RunningServer server = RunningServer.on(directory, "patchbay.dns.resolver=" + names.address())) {
            Client client = server.client().at(server.root().resolve("/v1/"));
            JsonNode domain =
                    client.post("domains", "{\"domain\": \"example.lt\"}").json();
            NameServers slow = (name, records) -> {
                names.publish(domain);
                client.post("domains/" + domain.get("id").asString() + "/verify", "{}");
                return BAD;
            };

            assertThat(inspector(server, slow, Instant.now().plusSeconds(600)).checkDue())
                    .isEmpty();

            assertThat(state(client, domain)).isEqualTo("verified");
        }
    }

    private static Inspector inspector(RunningServer server, Instant now) {
        return inspector(server, server.part(NameServers.class), now);
    }

    private static Inspector inspector(RunningServer server, NameServers nameServers, Instant now) {
        return new Inspector(
                server.part(Questions.class),
                server.part(Decisions.class),
                nameServers,
                Clock.fixed(now, ZoneOffset.UTC));
    }

    private static boolean isOver(CountDownLatch latch) {
        try {
            return latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String state(Client client, JsonNode domain) {
        return client.get("domains/" + domain.get("id").asString())
                .json()
                .get("status")
                .asString();
    }
}
