package dev.patchbay.shared.virtualnumber;

import org.axonframework.serialization.Revision;

/** From now on the number serves this project, and no other. */
@Revision("1")
public record VirtualNumberAssignedToProject(long virtualNumberId, long projectId) implements VirtualNumberEvent {}
