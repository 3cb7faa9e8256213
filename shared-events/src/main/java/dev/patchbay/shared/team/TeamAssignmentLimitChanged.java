package dev.patchbay.shared.team;

import org.axonframework.serialization.Revision;

/** From now on a member is assigned at most so many conversations automatically; 0 for any number. */
@Revision("1")
public record TeamAssignmentLimitChanged(long teamId, int assignmentLimit) implements TeamEvent {}
