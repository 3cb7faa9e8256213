package dev.patchbay.shared.project;

import org.axonframework.serialization.Revision;

/** From now on calls are measured against the quality baseline. */
@Revision("1")
public record QualityBaselineEnabled(long projectId) implements ProjectEvent {}
