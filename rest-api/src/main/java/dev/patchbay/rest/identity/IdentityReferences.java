package dev.patchbay.rest.identity;

import dev.patchbay.rest.answer.Flat;
import dev.patchbay.rest.exchange.Exchange;
import dev.patchbay.rest.exchange.Found;
import dev.patchbay.shared.Moment;
import dev.patchbay.shared.Which;
import dev.patchbay.shared.assistant.AssistantId;
import dev.patchbay.shared.assistant.AssistantQuery.FindAssistant;
import dev.patchbay.shared.domain.DomainQuery.FindDomain;
import dev.patchbay.shared.domain.DomainView;
import dev.patchbay.shared.identity.IdentityQuery.FindIdentity;
import dev.patchbay.shared.identity.IdentityView;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What requests about identities name: other things of the same account. */
final class IdentityReferences {

    private IdentityReferences() {}

    static Found<IdentityView> find(UUID id, Exchange exchange) {
        return exchange.find(query(Which.known(id), exchange, exchange.moment()));
    }

    static FindIdentity query(Which which, Exchange exchange, Moment moment) {
        return new FindIdentity(which, exchange.scope().accountId(), moment);
    }

    static DomainView domain(UUID uuid, Exchange exchange) {
        return exchange.ask(new FindDomain(Which.known(uuid), exchange.scope().accountId(), exchange.moment()))
                .found()
                .orElseThrow(() -> Flat.notFound("Domain"));
    }

    /** Null for none. */
    static @Nullable AssistantId assistant(@Nullable UUID uuid, Exchange exchange) {
        if (uuid == null) {
            return null;
        }
        return exchange.ask(
                        new FindAssistant(Which.known(uuid), exchange.scope().accountId(), exchange.moment()))
                .found()
                .map(found -> new AssistantId(found.number()))
                .orElseThrow(() -> Flat.notFound("Assistant"));
    }
}
