package dev.patchbay.server.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.patchbay.server.Client.Reply;
import dev.patchbay.server.RunningServer;
import dev.patchbay.server.contract.EventLog.Recorded;
import dev.patchbay.server.mail.MailServers;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The letter that new agents get. */
class WelcomeIT {

    @TempDir
    Path directory;

    @Test
    void is_sent_once_in_both_forms_and_recorded() throws Exception {
        GreenMail greenMail = MailServers.of(ServerSetup.SMTP);
        greenMail.start();
        try (RunningServer server = RunningServer.on(
                directory,
                "spring.mail.host=localhost",
                "spring.mail.port=" + greenMail.getSmtp().getPort(),
                "patchbay.public-url=https://patchbay.example.com/",
                "patchbay.mail.from=patchbay@example.com")) {
            Reply first = welcome(server, "Zo\u00eb <b>", "Idempotency-Key", "welcome");
            Reply again = welcome(server, "Zo\u00eb <b>", "Idempotency-Key", "welcome");
            assertThat(again.body()).isEqualTo(first.body());

            assertThat(outcome()).isEqualTo("MailSent");
            assertThat(greenMail.getReceivedMessages()).hasSize(1);
            MimeMessage letter = greenMail.getReceivedMessages()[0];
            assertThat(letter.getSubject()).isEqualTo("You are an agent on Patchbay now");
            assertThat(letter.getAllRecipients()[0].toString()).contains("zoe@example.com");
            MimeMultipart parts = (MimeMultipart) letter.getContent();
            assertThat(parts.getBodyPart(0).getContent().toString())
                    .contains("Hello Zo\u00eb <b>,", "zoe@example.com", "https://patchbay.example.com/docs");
            assertThat(parts.getBodyPart(1).getContent().toString()).contains("Hello Zo\u00eb &lt;b&gt;,");
            List<Recorded> commit = log().events().stream()
                    .filter(event ->
                            event.type().equals("AgentCreated") || event.type().equals("MailQueued"))
                    .skip(1)
                    .toList();
            assertThat(commit).extracting(Recorded::type).containsExactly("AgentCreated", "MailQueued");
            assertThat(commit.getLast().payload()).contains("\"agent-" + first.id() + "\"");
        } finally {
            greenMail.stop();
        }
    }

    @Test
    void is_not_missed_where_no_mail_is_sent() {
        try (RunningServer server = RunningServer.on(directory)) {
            assertThat(welcome(server, "Zoe").status()).isEqualTo(200);

            assertThat(outcome()).isEqualTo("MailNotConfigured");
        }
    }

    @Test
    void is_sent_only_to_whom_it_is_wanted_for() {
        try (RunningServer server = RunningServer.on(directory)) {
            Staff.made(server.agents().post("agents", """
                    {"first_name": "Ada", "email": "ada@example.com", "role": "Agent"}"""));

            assertThat(log().events()).extracting(Recorded::type).doesNotContain("MailQueued");
        }
    }

    private static Reply welcome(RunningServer server, String name, String... headers) {
        return Staff.made(server.agents().post("agents", """
                {"first_name": "%s", "email": "zoe@example.com", "role": "Agent", "send_welcome_email": true}""".formatted(name), headers));
    }

    private String outcome() {
        return await().atMost(Duration.ofMinutes(2))
                .until(() -> log().events().getLast().type(), type -> type.matches("Mail(Sent|NotConfigured|Failed)"));
    }

    private EventLog log() {
        return new EventLog(directory);
    }
}
