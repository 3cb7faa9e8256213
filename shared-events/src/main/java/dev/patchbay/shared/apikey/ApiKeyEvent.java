package dev.patchbay.shared.apikey;

import dev.patchbay.shared.Event;

/** What happened to an API key. */
public sealed interface ApiKeyEvent extends Event permits ApiKeyIssued, ApiKeyRevoked {
    long apiKeyId();
}
