package dev.patchbay.rest.domain;

import dev.patchbay.shared.domain.DnsRecords;
import dev.patchbay.shared.domain.DomainName;
import dev.patchbay.shared.domain.Findings;

/** What the internet's name servers say. */
@FunctionalInterface
public interface NameServers {

    /** Looks up what a domain must say; takes a bounded time and never fails. */
    Findings lookUp(DomainName domain, DnsRecords records);
}
