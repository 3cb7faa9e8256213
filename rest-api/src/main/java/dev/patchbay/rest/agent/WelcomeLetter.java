package dev.patchbay.rest.agent;

import dev.patchbay.rest.mail.Wording;
import dev.patchbay.rest.settings.CarrierSettings;
import dev.patchbay.shared.account.AccountId;
import dev.patchbay.shared.agent.AgentCommand.CreateAgent;
import dev.patchbay.shared.mail.Letter;
import dev.patchbay.shared.mail.MailCommand.QueueMail;
import dev.patchbay.shared.mail.MailId;
import dev.patchbay.shared.mail.MailKind;
import dev.patchbay.shared.mail.Mailbox;
import dev.patchbay.shared.mail.Subject;
import dev.patchbay.shared.text.DisplayName;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What somebody is told who was taken in as an agent. */
@Component
final class WelcomeLetter {
    private static final Subject SUBJECT = new Subject("You are an agent on Patchbay now");
    private static final int LONGEST_NAME = 255;

    private final CarrierSettings settings;

    WelcomeLetter(CarrierSettings settings) {
        this.settings = settings;
    }

    QueueMail to(CreateAgent newcomer, MailId id) {
        Wording wording = new Wording("en", paragraphs(newcomer));
        String name = newcomer.name().toString();
        Mailbox recipient = new Mailbox(newcomer.email(), name.length() > LONGEST_NAME ? null : new DisplayName(name));
        AccountId account = newcomer.account();
        return new QueueMail(
                id,
                account,
                newcomer.id().toString(),
                new Letter(MailKind.WELCOME, null, recipient, null, SUBJECT, wording.text(), wording.html()));
    }

    private List<String> paragraphs(CreateAgent newcomer) {
        List<String> paragraphs = new ArrayList<>(List.of(
                "Hello " + newcomer.name().first() + ",",
                "you have been added as an agent, under the address " + newcomer.email() + ".",
                "To sign in you need a pair of keys. Whoever added you can make one for you; it is shown only once, so please"
                        + " keep it somewhere safe."));
        String address = settings.publicUrl();
        if (address != null) {
            paragraphs.add("The server and its documentation are at\n" + address + "/docs");
        }
        paragraphs.add("If you did not expect this letter, you can leave it unanswered.");
        return paragraphs;
    }
}
