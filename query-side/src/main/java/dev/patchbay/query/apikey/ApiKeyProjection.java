package dev.patchbay.query.apikey;

import dev.patchbay.query.Recorded;
import dev.patchbay.query.Timeline;
import dev.patchbay.query.Views;
import dev.patchbay.shared.apikey.ApiKeyIssued;
import dev.patchbay.shared.apikey.ApiKeyRevoked;
import java.time.Instant;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps the API keys that open something. */
@Component
@ProcessingGroup("views")
final class ApiKeyProjection {

    private final Timeline keys;

    ApiKeyProjection(Views views) {
        keys = views.timeline(
                "api_key",
                List.of("id"),
                List.of("account_id", "name", "prefix", "permissions", "project_id", "expires_at", "created_at"));
    }

    @EventHandler
    void on(ApiKeyIssued event, Recorded recorded) {
        keys.open(
                recorded,
                event.apiKeyId(),
                event.accountId(),
                event.name(),
                event.prefix(),
                String.join(",", event.permissions()),
                event.projectId(),
                text(event.expiresAt()),
                recorded.at().toString());
    }

    @EventHandler
    void on(ApiKeyRevoked event, Recorded recorded) {
        keys.close(recorded, event.apiKeyId());
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
