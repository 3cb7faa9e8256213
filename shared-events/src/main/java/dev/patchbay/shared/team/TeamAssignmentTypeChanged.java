package dev.patchbay.shared.team;

import org.axonframework.serialization.Revision;

/** From now on conversations of the team are assigned like this: Round robin or Manual. */
@Revision("1")
public record TeamAssignmentTypeChanged(long teamId, String assignmentType) implements TeamEvent {}
