package dev.patchbay.server.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.patchbay.server.Client;
import dev.patchbay.server.Client.Reply;
import dev.patchbay.server.RunningServer;
import dev.patchbay.server.dns.NameServer;
import dev.patchbay.server.mail.ScriptedSmtp;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What callers write into names and addresses never becomes a header of a mail, or another recipient. */
class MailHeadersIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> HEADERS = Set.of(
            "From",
            "To",
            "Reply-To",
            "Subject",
            "Date",
            "Message-ID",
            "MIME-Version",
            "Content-Type",
            "Auto-Submitted");
    private static final List<String> BREAKS =
            List.of("\r\n", "\n", "\r", "\0", "\u0085", "\u000b", "\f", "\u2028", "\u2029", "\r\n ", "\n\t");
    private static final List<String> HARMLESS = List.of(
            "Ada=?UTF-8?Q?=0D=0ABcc:_eve@evil.example?=",
            "=?UTF-8?B?DQpCY2M6IGV2ZUBldmlsLmV4YW1wbGU=?=",
            "Ada\\r\\nBcc: eve@evil.example",
            "Ada%0d%0aBcc: eve@evil.example",
            "Ada\" <eve@evil.example>, \"Eve",
            "eve@evil.example, ada",
            "Ada\u560d\u560aBcc: eve@evil.example",
            "\u202eelpmaxe.live@eve \ud83d\ude00");

    @TempDir
    Path directory;

    @Test
    void of_nobody_are_what_somebody_calls_himself() {
        try (NameServer names = new NameServer();
                ScriptedSmtp smtp = new ScriptedSmtp();
                RunningServer server = start(names, smtp)) {
            Client client = server.client().at(server.root().resolve("/v1/"));
            String domain = domain(client, names);
            List<String> recipients = new ArrayList<>();
            for (String name : HARMLESS) {
                String local = "i" + recipients.size();
                Reply identity = client.post(
                        "identities", json(Map.of("domain_id", domain, "local_part", local, "display_name", name)));
                assertThat(identity.status()).as(name).isEqualTo(201);
                String id = identity.json().get("id").asString();
                assertThat(client.post("identities/" + id + "/test-email", "{}").status())
                        .isEqualTo(202);
                recipients.add(local + "@example.lt");

                String address = "a" + recipients.size() + "@example.lt";
                assertThat(server.agents().post("agents", agent(name, address)).status())
                        .isEqualTo(200);
                recipients.add(address);
            }

            await().atMost(Duration.ofMinutes(2)).until(() -> smtp.messages().size() == recipients.size());
            assertThat(smtp.messages()).allSatisfy(MailHeadersIT::requireThatAllHeadersAreOurs);
            assertThat(smtp.messages().stream().map(MailHeadersIT::recipient))
                    .containsExactlyInAnyOrderElementsOf(recipients);
            assertThat(smtp.commands()).filteredOn("RCPT"::equals).hasSameSizeAs(recipients);
        }
    }

    @Test
    void have_no_lines_that_a_request_brought() {
        try (NameServer names = new NameServer();
                ScriptedSmtp smtp = new ScriptedSmtp();
                RunningServer server = start(names, smtp)) {
            Client client = server.client().at(server.root().resolve("/v1/"));
            String domain = domain(client, names);
            String id = client.post(
                            "identities", json(Map.of("domain_id", domain, "local_part", "ada", "display_name", "Ada")))
                    .json()
                    .get("id")
                    .asString();
            for (String line : BREAKS) {
                String name = "Ada" + line + "Bcc: eve@evil.example";
                String address = "ada@example.lt" + line + "Bcc: eve@evil.example";
                assertThat(List.of(
                                client.post(
                                        "identities",
                                        json(Map.of("domain_id", domain, "local_part", "eve", "display_name", name))),
                                client.post(
                                        "identities",
                                        json(Map.of("domain_id", domain, "local_part", name, "display_name", "Eve"))),
                                client.patch("identities/" + id, json(Map.of("display_name", name))),
                                client.patch("identities/" + id, json(Map.of("reply_to_email", address))),
                                client.post("identities/" + id + "/test-email", json(Map.of("to", address))),
                                client.post("domains", json(Map.of("domain", "example.lt" + line + "evil.example"))),
                                client.post("assistants", json(Map.of("name", name)))))
                        .as(json(line))
                        .extracting(Reply::status)
                        .containsOnly(422);
                assertThat(List.of(
                                server.agents().post("agents", agent(name, "zoe@example.lt")),
                                server.agents().post("agents", agent("Zoe", address))))
                        .as(json(line))
                        .extracting(Reply::status)
                        .containsOnly(400);
            }
            assertThat(smtp.commands()).isEmpty();
        }
    }

    private static void requireThatAllHeadersAreOurs(String text) throws Exception {
        MimeMessage message = read(text);
        assertThat(Collections.list(message.getAllHeaders()))
                .extracting(Header::getName)
                .doesNotHaveDuplicates()
                .isSubsetOf(HEADERS);
        assertThat(message.getAllRecipients()).hasSize(1);
        assertThat(message.getFrom()).hasSize(1);
        assertThat(((InternetAddress) message.getFrom()[0]).getAddress()).endsWith("@example.lt");
    }

    private static String recipient(String text) {
        try {
            return ((InternetAddress) read(text).getAllRecipients()[0]).getAddress();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MimeMessage read(String text) throws MessagingException {
        return new MimeMessage(
                Session.getInstance(new Properties()), new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private RunningServer start(NameServer names, ScriptedSmtp smtp) {
        return RunningServer.on(
                directory,
                "patchbay.dns.resolver=" + names.address(),
                "patchbay.mail.from=desk@example.lt",
                "spring.mail.host=127.0.0.1",
                "spring.mail.port=" + smtp.port());
    }

    private static String domain(Client client, NameServer names) {
        JsonNode domain = client.post("domains", "{\"domain\": \"example.lt\"}").json();
        names.publish(domain);
        client.post("domains/" + domain.get("id").asString() + "/verify", "{}");
        return domain.get("id").asString();
    }

    private static String agent(String name, String address) {
        return json(Map.of("first_name", name, "email", address, "role", "Agent", "send_welcome_email", true));
    }

    private static String json(Object value) {
        return JSON.writeValueAsString(value);
    }
}
