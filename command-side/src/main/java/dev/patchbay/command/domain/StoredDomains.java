package dev.patchbay.command.domain;

import dev.patchbay.shared.Refusal;
import dev.patchbay.shared.domain.DomainId;
import org.axonframework.config.Configuration;
import org.axonframework.modelling.command.Aggregate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The domains in the log; loading one locks it for the unit of work. */
@Component
class StoredDomains implements Domains {

    private final ObjectProvider<Configuration> axon;

    StoredDomains(ObjectProvider<Configuration> axon) {
        this.axon = axon;
    }

    @Override
    public void requireVerified(DomainId domain, long account) {
        Aggregate<Domain> stored = axon.getObject().repository(Domain.class).load(domain.toString());
        if (!stored.invoke(found -> found.belongsTo(account))) {
            throw new Refusal(Refusal.Reason.NOT_FOUND, domain + " is not there");
        }
        if (!stored.invoke(Domain::isVerified)) {
            throw new Refusal(Refusal.Reason.UNVERIFIED, "Domain is not verified");
        }
    }
}
