package dev.patchbay.shared.apikey;

import org.axonframework.serialization.Revision;

/** The key opens nothing any more. */
@Revision("1")
public record ApiKeyRevoked(long apiKeyId) implements ApiKeyEvent {}
