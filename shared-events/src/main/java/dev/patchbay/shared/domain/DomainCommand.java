package dev.patchbay.shared.domain;

import dev.patchbay.shared.Command;
import dev.patchbay.shared.account.AccountId;
import java.time.Instant;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Everything one may ask of a domain. */
public sealed interface DomainCommand extends Command {

    @Override
    @TargetAggregateIdentifier
    DomainId id();

    /** Takes a domain in; refused while anybody in the installation has it. */
    record AddDomain(DomainId id, AccountId account, UUID uuid, DomainName name, DnsRecords records, Instant now)
            implements DomainCommand {}

    /**
     * Remembers what a look-up of its records came to. Where a later one was faster, the answers of that stand; then nothing is
     * remembered of a look-up that nobody asked for.
     *
     * @param asked whether somebody wanted to know, rather than that it was time
     * @param lookedUpAt when the look-up began
     */
    record CheckDomain(DomainId id, Findings findings, boolean asked, Instant lookedUpAt, Instant now)
            implements DomainCommand {}

    /** Gives the domain up; refused while there are identities of it. */
    record DeleteDomain(DomainId id) implements DomainCommand {}
}
