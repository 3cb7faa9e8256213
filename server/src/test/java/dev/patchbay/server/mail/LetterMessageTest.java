package dev.patchbay.server.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.patchbay.shared.mail.Letter;
import dev.patchbay.shared.mail.MailKind;
import dev.patchbay.shared.mail.Mailbox;
import dev.patchbay.shared.mail.Subject;
import dev.patchbay.shared.text.DisplayName;
import dev.patchbay.shared.text.EmailAddress;
import dev.patchbay.shared.text.InvalidText;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Collections;
import java.util.Properties;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;

class LetterMessageTest {

    private static final Session SESSION = Session.getInstance(new Properties());
    private static final Instant DATE = Instant.parse("2026-11-20T10:00:00Z");

    @Example
    void says_the_same_in_plain_text_and_html() throws Exception {
        MimeMessage read = read(letter("Žalgiris 😀", "Ačiū", "Labas, Žalgiri 😀\nantra eilutė", "<p>Labas 😀</p>"));

        assertThat(read.getSubject()).isEqualTo("Ačiū");
        assertThat(((InternetAddress) read.getAllRecipients()[0]).getPersonal()).isEqualTo("Žalgiris 😀");
        assertThat(read.getContentType()).startsWith("multipart/alternative");
        MimeMultipart parts = (MimeMultipart) read.getContent();
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(parts.getBodyPart(0).getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
        assertThat(parts.getBodyPart(0).getContent()).isEqualTo("Labas, Žalgiri 😀\r\nantra eilutė");
        assertThat(parts.getBodyPart(1).getContentType()).isEqualToIgnoringCase("text/html; charset=UTF-8");
        assertThat(parts.getBodyPart(1).getContent()).isEqualTo("<p>Labas 😀</p>");
    }

    @Example
    void has_a_name_of_its_own_that_does_not_change() throws Exception {
        Letter letter = letter("Ada", "Hello", "Hello.", "<p>Hello.</p>");

        assertThat(read(letter).getMessageID())
                .isEqualTo("<patchbay-61@example.lt>")
                .isEqualTo(read(letter).getMessageID());
    }

    @Example
    void goes_to_domains_that_are_not_written_in_ascii() throws Exception {
        Letter letter = addressed(new EmailAddress("ada@žalgiris.lt"));

        assertThat(read(letter).getAllRecipients()[0]).hasToString("ada@xn--algiris-cxb.lt");
    }

    @Example
    void cannot_be_addressed_to_what_has_no_form_in_ascii() {
        assertThatExceptionOfType(MessagingException.class)
                .isThrownBy(() -> read(addressed(new EmailAddress("ąda@example.lt"))));
    }

    @Property
    void never_has_a_header_that_came_from_a_name_or_a_subject(
            @ForAll @StringLength(max = 80) @CharRange(from = '\u0000', to = '\u2030') String name,
            @ForAll @StringLength(max = 80) String subject)
            throws Exception {
        Letter letter;
        try {
            letter = letter(
                    DisplayName.parse(name).value(), Subject.parse(subject).value(), "Hello.", "<p>Hello.</p>");
        } catch (InvalidText e) {
            Assume.that(false);
            return;
        }

        MimeMessage read = read(letter);

        assertThat(Collections.list(read.getAllHeaders()))
                .extracting(Header::getName)
                .containsExactlyInAnyOrder(
                        "From",
                        "To",
                        "Subject",
                        "Date",
                        "Message-ID",
                        "MIME-Version",
                        "Content-Type",
                        "Auto-Submitted");
        assertThat(read.getAllRecipients()).hasSize(1);
        assertThat(((InternetAddress) read.getAllRecipients()[0]).getAddress()).isEqualTo("ada@example.lt");
    }

    private static Letter addressed(EmailAddress address) {
        return new Letter(
                MailKind.TEST, null, new Mailbox(address, null), null, new Subject("Hello"), "Hello.", "<p>Hello.</p>");
    }

    private static Letter letter(String name, String subject, String text, String html) {
        Mailbox ada = new Mailbox(new EmailAddress("ada@example.lt"), new DisplayName(name));
        return new Letter(MailKind.TEST, null, ada, null, new Subject(subject), text, html);
    }

    private static MimeMessage read(Letter letter) throws MessagingException, IOException {
        Mailbox desk = new Mailbox(new EmailAddress("desk@example.lt"), new DisplayName("Desk"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new LetterMessage(SESSION, letter, desk, "patchbay-61", DATE).writeTo(out);
        return new MimeMessage(SESSION, new ByteArrayInputStream(out.toByteArray()));
    }
}
