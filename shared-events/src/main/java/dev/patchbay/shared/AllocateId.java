package dev.patchbay.shared;

import org.axonframework.commandhandling.RoutingKey;

/** Answers the next free number of a kind (a {@code Long}). A number that is never used after all may be answered again. */
public record AllocateId(@RoutingKey Kind kind) {}
