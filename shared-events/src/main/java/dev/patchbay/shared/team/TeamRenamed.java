package dev.patchbay.shared.team;

import org.axonframework.serialization.Revision;

/** From now on the team is called this. */
@Revision("1")
public record TeamRenamed(long teamId, String name) implements TeamEvent {}
