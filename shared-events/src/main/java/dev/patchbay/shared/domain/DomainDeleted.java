package dev.patchbay.shared.domain;

import org.axonframework.serialization.Revision;

/** The account gave the domain up. */
@Revision("1")
public record DomainDeleted(long domainId, String name) implements DomainEvent {}
