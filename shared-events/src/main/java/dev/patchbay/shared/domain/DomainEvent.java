package dev.patchbay.shared.domain;

import dev.patchbay.shared.Event;

/** What happened to a domain. */
public sealed interface DomainEvent extends Event permits DomainAdded, DomainChecked, DomainDeleted {
    long domainId();
}
