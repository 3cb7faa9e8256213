package dev.patchbay.server.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.patchbay.server.Client;
import dev.patchbay.server.Client.Reply;
import dev.patchbay.server.RunningServer;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Look-ups that somebody asked for, and what else happens meanwhile. */
class VerificationIT {

    private final NameServer names = new NameServer();

    @TempDir
    Path directory;

    private RunningServer server;
    private Client client;
    private JsonNode domain;
    private String path;

    @BeforeEach
    void add() {
        server = RunningServer.on(directory, "patchbay.dns.resolver=" + names.address());
        client = server.client().at(server.root().resolve("/v1/"));
        domain = client.post("domains", "{\"domain\": \"example.lt\"}").json();
        path = "domains/" + domain.get("id").asString();
    }

    @AfterEach
    void close() {
        server.close();
        names.close();
    }

    @Test
    void who_is_overtaken_hears_what_the_later_look_up_came_to() throws Exception {
        names.holding("udp MX example.lt");
        CompletableFuture<Reply> slow = CompletableFuture.supplyAsync(() -> client.post(path + "/verify", "{}"));
        await().until(() -> names.isHolding() && names.questions().size() >= 4);
        names.publish(domain);
        Reply fast = client.post(path + "/verify", "{}");
        int asked = names.questions().size();
        names.release();

        Reply overtaken = slow.get(60, TimeUnit.SECONDS);

        assertThat(fast.json().get("status").asString()).isEqualTo("verified");
        assertThat(overtaken.status()).isEqualTo(200);
        assertThat(overtaken.json().get("status")).isEqualTo(fast.json().get("status"));
        assertThat(overtaken.json().get("records")).isEqualTo(fast.json().get("records"));
        assertThat(overtaken.headers().firstValue("ETag"))
                .isNotEqualTo(fast.headers().firstValue("ETag"));
        assertThat(client.get(path).json()).isEqualTo(overtaken.json());
        assertThat(names.questions()).hasSize(asked);
    }

    @Test
    void nobody_is_asked_about_a_state_that_is_no_longer_there() {
        Reply added = client.get(path);
        String seen = added.headers().firstValue("ETag").orElseThrow();
        client.post(path + "/verify", "{}");
        int asked = names.questions().size();

        assertThat(client.post(path + "/verify", "{}", "If-Match", seen).status())
                .isEqualTo(412);
        assertThat(names.questions()).hasSize(asked);
        assertThat(client.post(path + "/verify", "{}", "If-Match", "*").status())
                .isEqualTo(200);
        assertThat(names.questions()).hasSizeGreaterThan(asked);
    }
}
