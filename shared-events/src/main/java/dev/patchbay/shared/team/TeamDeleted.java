package dev.patchbay.shared.team;

import org.axonframework.serialization.Revision;

/** The team is gone for good, and nobody is a member of it. */
@Revision("1")
public record TeamDeleted(long teamId) implements TeamEvent {}
