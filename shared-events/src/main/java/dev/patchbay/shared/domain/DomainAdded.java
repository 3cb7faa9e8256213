package dev.patchbay.shared.domain;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * From now on the account has this domain, once it has shown that it is its own.
 *
 * @param uuid what callers know it by
 * @param name lower-case and in ASCII
 * @param ownershipText what a TXT record of the domain must say, and so on
 * @param nextCheckAt when the records are looked up for the first time
 */
@Revision("1")
public record DomainAdded(
        long domainId,
        long accountId,
        String uuid,
        String name,
        String ownershipText,
        String spfText,
        String dkimSelector,
        String dkimText,
        String mailHost,
        Instant nextCheckAt)
        implements DomainEvent {}
