package dev.patchbay.server.dns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.rest.bus.Decisions;
import dev.patchbay.rest.bus.Questions;
import dev.patchbay.rest.domain.NameServers;
import dev.patchbay.server.Client;
import dev.patchbay.server.RunningServer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Look-ups that nobody asked for, at times that come when the test says. */
class InspectorIT {

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

            Instant first = inspector(server, added).checkNext().orElseThrow();
            assertThat(names.questions()).isEmpty();
            assertThat(Duration.between(added, first)).isBetween(Duration.ofSeconds(50), Duration.ofSeconds(60));

            Instant second =
                    inspector(server, first.plusSeconds(600)).checkNext().orElseThrow();
            assertThat(names.questions()).isNotEmpty();
            assertThat(state(client, domain)).isEqualTo("pending");
            assertThat(Duration.between(first, second)).isBetween(Duration.ofSeconds(1200), Duration.ofSeconds(1300));

            names.publish(domain);
            assertThat(inspector(server, second).checkNext()).isEmpty();
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

            assertThat(inspector(server, Instant.now().plusSeconds(3600)).checkNext())
                    .isEmpty();
            assertThat(names.questions()).isEmpty();
        }
    }

    private static Inspector inspector(RunningServer server, Instant now) {
        return new Inspector(
                server.part(Questions.class),
                server.part(Decisions.class),
                server.part(NameServers.class),
                Clock.fixed(now, ZoneOffset.UTC));
    }

    private static String state(Client client, JsonNode domain) {
        return client.get("domains/" + domain.get("id").asString())
                .json()
                .get("status")
                .asString();
    }
}
