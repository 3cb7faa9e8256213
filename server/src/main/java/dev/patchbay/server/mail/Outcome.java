package dev.patchbay.server.mail;

import jakarta.mail.MessagingException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.springframework.mail.MailSendException;

/** What came of an attempt to hand a letter to the mail server. */
sealed interface Outcome {

    /** The mail server has it. */
    record Sent() implements Outcome {}

    /** The mail server certainly does not have it, and may take it later. */
    record Postponed(String reason) implements Outcome {}

    /** The mail server does not want it. */
    record Refused(String reason) implements Outcome {}

    /** The mail server may have it or not. */
    record Unknown(String reason) implements Outcome {}

    int LONGEST_REASON = 500;

    /**
     * What a failure means.
     *
     * @param handedOver whether the mail server was told any of the letter
     */
    static Outcome of(Throwable failure, boolean handedOver) {
        Set<Throwable> links = links(failure);
        Optional<Throwable> reply =
                links.stream().filter(link -> code(link).isPresent()).findFirst();
        if (reply.isPresent()) {
            int code = code(reply.get()).getAsInt();
            return code >= 500 ? new Refused(words(reply.get())) : new Postponed(words(reply.get()));
        }
        if (!handedOver) {
            return new Postponed(words(root(links)));
        }
        // Spring names the letters that failed; when none did, only the farewell went wrong.
        boolean sent = failure instanceof MailSendException send
                && send.getFailedMessages().isEmpty();
        return sent ? new Sent() : new Unknown("the connection was lost after DATA: " + words(root(links)));
    }

    private static OptionalInt code(Throwable link) {
        int code = switch (link) {
            case SMTPAddressFailedException address -> address.getReturnCode();
            case SMTPSenderFailedException sender -> sender.getReturnCode();
            case SMTPSendFailedException send -> send.getReturnCode();
            default -> -1;
        };
        return code >= 400 && code < 600 ? OptionalInt.of(code) : OptionalInt.empty();
    }

    /** All that led to a failure, by any of the three ways in which that is said; what was noticed last comes first. */
    private static Set<Throwable> links(Throwable failure) {
        Set<Throwable> links = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> open = new ArrayDeque<>();
        open.add(failure);
        Set<Throwable> inOrder = new LinkedHashSet<>();
        while (!open.isEmpty()) {
            Throwable link = open.remove();
            if (links.add(link)) {
                inOrder.add(link);
                Optional.ofNullable(link.getCause()).ifPresent(open::add);
                if (link instanceof MessagingException messaging) {
                    Optional.ofNullable(messaging.getNextException()).ifPresent(open::add);
                }
                if (link instanceof MailSendException send) {
                    open.addAll(send.getFailedMessages().values());
                }
            }
        }
        return inOrder;
    }

    private static Throwable root(Set<Throwable> links) {
        return links.stream().reduce((outer, inner) -> inner).orElseThrow();
    }

    /** In one line and not longer than anybody needs: much of it was said by another server. */
    private static String words(Throwable failure) {
        String message = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        String line = message.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() <= LONGEST_REASON ? line : line.substring(0, LONGEST_REASON);
    }
}
