package dev.patchbay.command.domain;

import dev.patchbay.shared.domain.DomainId;

/** The domains that other decisions depend on. */
public interface Domains {

    /**
     * Refuses as not found unless the account has this domain, and as unverified unless mail may be sent from it; keeps it
     * as it is until the commit.
     */
    void requireVerified(DomainId domain, long account);
}
