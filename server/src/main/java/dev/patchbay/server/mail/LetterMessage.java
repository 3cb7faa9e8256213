package dev.patchbay.server.mail;

import dev.patchbay.shared.mail.Letter;
import dev.patchbay.shared.mail.Mailbox;
import dev.patchbay.shared.text.EmailAddress;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.atomic.AtomicReference;

/** A letter as it goes over the wire; knows whether any of it did. */
final class LetterMessage extends MimeMessage {

    private static final String UTF_8 = "UTF-8";

    private final String messageId;
    private final AtomicReference<Progress> progress = new AtomicReference<>(Progress.KEPT);

    private enum Progress {
        KEPT,
        HANDED_OVER,
        WITHDRAWN
    }

    /**
     * Puts a letter into its form.
     *
     * @param name what tells the mail from all others of its sender
     * @throws MessagingException when it cannot be addressed
     */
    LetterMessage(Session session, Letter letter, Mailbox sender, String name, Instant date) throws MessagingException {
        super(session);
        InternetAddress from = address(sender);
        this.messageId =
                "<" + name + from.getAddress().substring(from.getAddress().lastIndexOf('@')) + ">";
        setFrom(from);
        setRecipient(Message.RecipientType.TO, address(letter.recipient()));
        if (letter.replyTo() != null) {
            setReplyTo(new InternetAddress[] {address(new Mailbox(letter.replyTo(), null))});
        }
        setSubject(letter.subject().value(), UTF_8);
        setSentDate(Date.from(date));
        // Nobody's holiday notice should answer.
        setHeader("Auto-Submitted", "auto-generated");
        setContent(new MimeMultipart("alternative", part(letter.text(), "plain"), part(letter.html(), "html")));
        saveChanges();
    }

    /** Whether the mail server was told any of what the letter says: only then can it have taken the letter over. */
    boolean isHandedOver() {
        return progress.get() == Progress.HANDED_OVER;
    }

    /** Tells the mail server nothing from now on; whether it was told nothing before either. */
    boolean withdraw() {
        return progress.compareAndSet(Progress.KEPT, Progress.WITHDRAWN);
    }

    /** The mail server has asked for the letter when this is called; who sends it gives the connection up when this fails. */
    @Override
    public void writeTo(OutputStream out, String[] ignoredHeaders) throws IOException, MessagingException {
        if (progress.compareAndExchange(Progress.KEPT, Progress.HANDED_OVER) == Progress.WITHDRAWN) {
            throw new IOException("the letter is withdrawn");
        }
        super.writeTo(out, ignoredHeaders);
    }

    /** The same at every attempt, so that a mail server on the way can tell that it has the letter already. */
    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }

    private static MimeBodyPart part(String content, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(content, UTF_8, subtype);
        return part;
    }

    private static InternetAddress address(Mailbox mailbox) throws AddressException {
        try {
            InternetAddress address = new InternetAddress(ascii(mailbox.address()), true);
            if (mailbox.name() != null) {
                address.setPersonal(mailbox.name().value(), UTF_8);
            }
            return address;
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every Java runtime has UTF-8", e);
        }
    }

    /** Domains have a form in ASCII; what comes before them has none that every mail server knows. */
    private static String ascii(EmailAddress address) throws AddressException {
        int at = address.value().lastIndexOf('@');
        String local = address.value().substring(0, at);
        if (!StandardCharsets.US_ASCII.newEncoder().canEncode(local)) {
            throw new AddressException("the address is not in ASCII before its @");
        }
        try {
            return local + "@" + IDN.toASCII(address.value().substring(at + 1));
        } catch (IllegalArgumentException e) {
            throw new AddressException("the domain of the address has no form in ASCII");
        }
    }
}
