package dev.patchbay.shared.virtualnumber;

import org.axonframework.serialization.Revision;

/** From now on the number serves no project. */
@Revision("1")
public record VirtualNumberWithdrawnFromProject(long virtualNumberId, long projectId) implements VirtualNumberEvent {}
