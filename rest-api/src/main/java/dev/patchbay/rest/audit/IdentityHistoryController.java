package dev.patchbay.rest.audit;

import static dev.patchbay.shared.apikey.Permission.READ;

import dev.patchbay.rest.answer.Reply;
import dev.patchbay.rest.caller.Requires;
import dev.patchbay.rest.exchange.Exchange;
import dev.patchbay.shared.Kind;
import dev.patchbay.shared.Which;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** What happened to one thing of the identities' API. */
@Controller
@RequestMapping("/v1")
final class IdentityHistoryController {

    @GetMapping("/identities/{id}/history")
    @Requires(value = READ, accountWide = Requires.ACCOUNT_WIDE)
    Reply identityHistory(UUID id, Exchange exchange) {
        return Histories.history(Kind.IDENTITY, Which.known(id), exchange);
    }

    @GetMapping("/identities/{id}/diff")
    @Requires(value = READ, accountWide = Requires.ACCOUNT_WIDE)
    Reply identityDifference(UUID id, Exchange exchange) {
        return Histories.difference(Kind.IDENTITY, Which.known(id), exchange);
    }

    @GetMapping("/domains/{id}/history")
    @Requires(value = READ, accountWide = Requires.ACCOUNT_WIDE)
    Reply domainHistory(UUID id, Exchange exchange) {
        return Histories.history(Kind.DOMAIN, Which.known(id), exchange);
    }

    @GetMapping("/domains/{id}/diff")
    @Requires(value = READ, accountWide = Requires.ACCOUNT_WIDE)
    Reply domainDifference(UUID id, Exchange exchange) {
        return Histories.difference(Kind.DOMAIN, Which.known(id), exchange);
    }

    @GetMapping("/assistants/{id}/history")
    @Requires(value = READ, accountWide = Requires.ACCOUNT_WIDE)
    Reply assistantHistory(UUID id, Exchange exchange) {
        return Histories.history(Kind.ASSISTANT, Which.known(id), exchange);
    }

    @GetMapping("/assistants/{id}/diff")
    @Requires(value = READ, accountWide = Requires.ACCOUNT_WIDE)
    Reply assistantDifference(UUID id, Exchange exchange) {
        return Histories.difference(Kind.ASSISTANT, Which.known(id), exchange);
    }
}
