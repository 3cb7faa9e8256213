package dev.patchbay.shared.team;

import org.axonframework.serialization.Revision;

/** From now on this is the team's time zone; empty when it has none of its own. */
@Revision("1")
public record TeamTimezoneChanged(long teamId, String timezone) implements TeamEvent {}
