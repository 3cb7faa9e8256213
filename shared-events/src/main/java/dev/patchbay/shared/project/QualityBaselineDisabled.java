package dev.patchbay.shared.project;

import org.axonframework.serialization.Revision;

/** From now on calls are not measured against the quality baseline. */
@Revision("1")
public record QualityBaselineDisabled(long projectId) implements ProjectEvent {}
