package dev.patchbay.rest.identity;

import static dev.patchbay.shared.apikey.Permission.WRITE;

import dev.patchbay.rest.answer.Flat;
import dev.patchbay.rest.answer.Problem;
import dev.patchbay.rest.answer.Reply;
import dev.patchbay.rest.caller.Requires;
import dev.patchbay.rest.exchange.Accepted;
import dev.patchbay.rest.exchange.Exchange;
import dev.patchbay.rest.exchange.Found;
import dev.patchbay.rest.exchange.Intent;
import dev.patchbay.rest.mail.Outbox;
import dev.patchbay.rest.request.Field;
import dev.patchbay.rest.request.Fields;
import dev.patchbay.shared.Kind;
import dev.patchbay.shared.account.AccountId;
import dev.patchbay.shared.identity.IdentityCommand.RequireAbleToSend;
import dev.patchbay.shared.identity.IdentityId;
import dev.patchbay.shared.identity.IdentityView;
import dev.patchbay.shared.mail.MailCommand.QueueMail;
import dev.patchbay.shared.mail.MailId;
import dev.patchbay.shared.mail.MailQuery.FindMail;
import dev.patchbay.shared.mail.MailView;
import dev.patchbay.shared.text.EmailAddress;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Test mails: whether an identity can send. */
@Controller
@RequestMapping("/v1/identities/{id}/test-email")
final class TestEmailController {
    private final Outbox outbox;

    TestEmailController(Outbox outbox) {
        this.outbox = outbox;
    }

    @PostMapping
    @Requires(value = WRITE, accountWide = Requires.ACCOUNT_WIDE)
    Reply send(UUID id, Exchange exchange) {
        return exchange.write(
                () -> {
                    IdentityView identity =
                            IdentityReferences.find(id, exchange).view();
                    Fields fields = exchange.fieldsIfAny();
                    Field<EmailAddress> to = fields.nullableText("to", EmailAddress::parse);
                    fields.check(Flat::invalid);
                    if (!outbox.isConfigured()) {
                        throw Problem.conflict("mail_not_configured", "This installation has no mail server");
                    }
                    MailId mail = new MailId(exchange.allocate(Kind.MAIL));
                    IdentityId number = new IdentityId(identity.number());
                    AccountId account = new AccountId(identity.accountId());
                    return Intent.making(
                            mail.value(),
                            List.of(
                                    new RequireAbleToSend(number),
                                    new QueueMail(
                                            mail, account, number.toString(), TestLetter.of(identity, to.value()))));
                },
                accepted -> exchange.show(202, queued(id, accepted, exchange)));
    }

    private static Found<QueuedShape> queued(UUID id, Accepted accepted, Exchange exchange) {
        Found<MailView> mail =
                exchange.find(new FindMail(accepted.result(), exchange.scope().accountId(), accepted.moment()));
        return mail.as(view -> new QueuedShape(id, view.recipient(), "queued"));
    }

    /** A mail that is on its way. */
    private record QueuedShape(UUID identityId, String to, String status) {}
}
