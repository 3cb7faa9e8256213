package dev.patchbay.server.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.patchbay.server.Client;
import dev.patchbay.server.RunningServer;
import dev.patchbay.server.ServerProcess;
import dev.patchbay.server.TestStore;
import dev.patchbay.server.dns.NameServer;
import dev.patchbay.server.mail.ScriptedSmtp;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class MailCrashIT {

    @TempDir
    Path directory;

    @Test
    void a_mail_is_not_sent_again_after_a_crash_during_its_attempt_and_others_go_on() {
        try (NameServer names = new NameServer();
                ScriptedSmtp smtp = new ScriptedSmtp().saying(".", ScriptedSmtp.SILENCE)) {
            try (ServerProcess server = start(names, smtp, "15m")) {
                Client client = client(server);
                String identity = identity(client, names);
                client.post(identity + "/test-email", "{\"to\": \"first@example.lt\"}");
                await().until(() -> smtp.commands().contains("."));
                client.post(identity + "/test-email", "{\"to\": \"second@example.lt\"}");
                server.kill();
            }

            try (ServerProcess server = start(names, smtp, "15s")) {
                assertThat(client(server).get("identities").status()).isEqualTo(200);
                await().atMost(Duration.ofMinutes(3)).untilAsserted(() -> {
                    assertThat(events("first@example.lt"))
                            .containsExactly("MailQueued", "MailAttempted", "MailOutcomeUnknown");
                    assertThat(events("second@example.lt")).containsExactly("MailQueued", "MailAttempted", "MailSent");
                });
            }
            try (ServerProcess server = start(names, smtp, "15s")) {
                Client client = client(server);
                String identity = "identities/"
                        + client.get("identities")
                                .json()
                                .get("data")
                                .get(0)
                                .get("id")
                                .asString();
                client.post(identity + "/test-email", "{\"to\": \"third@example.lt\"}");
                await().until(() -> events("third@example.lt").contains("MailSent"));
            }
            assertThat(smtp.messages()).hasSize(3);
            assertThat(smtp.messages())
                    .filteredOn(message -> message.contains("first@example.lt"))
                    .hasSize(1);
        }
    }

    private ServerProcess start(NameServer names, ScriptedSmtp smtp, String attemptTimeout) {
        return ServerProcess.on(
                directory,
                "patchbay.dns.resolver=" + names.address(),
                "spring.mail.host=127.0.0.1",
                "spring.mail.port=" + smtp.port(),
                "patchbay.mail.attempt-timeout=" + attemptTimeout);
    }

    private static Client client(ServerProcess server) {
        URI voice = server.client().base();
        return new Client(voice.resolve("/v1/"), RunningServer.FIRST_KEY);
    }

    private static String identity(Client client, NameServer names) {
        JsonNode domain = client.post("domains", "{\"domain\": \"example.lt\"}").json();
        String id = domain.get("id").asString();
        names.publish(domain);
        client.post("domains/" + id + "/verify", "{}");
        String body = "{\"domain_id\": \"" + id + "\", \"local_part\": \"ada\", \"display_name\": \"Ada\"}";
        return "identities/" + client.post("identities", body).json().get("id").asString();
    }

    /** What happened to the mail to somebody, as the log on the disk says. */
    private List<String> events(String recipient) {
        return JdbcClient.create(TestStore.log(directory))
                .sql("""
                        select payload_type from event
                        where stream in (select stream from event where payload like ?)
                        order by position
                        """)
                .param("%\"recipient\":\"" + recipient + "\"%")
                .query(String.class)
                .list()
                .stream()
                .map(type -> type.replaceFirst(".*\\.", ""))
                .toList();
    }
}
