package dev.patchbay.shared.apikey;

import dev.patchbay.shared.Command;
import dev.patchbay.shared.account.AccountId;
import dev.patchbay.shared.project.ProjectId;
import dev.patchbay.shared.text.DisplayName;
import java.time.Instant;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Everything one may ask of an API key. */
public sealed interface ApiKeyCommand extends Command {

    @Override
    @TargetAggregateIdentifier
    ApiKeyId id();

    /**
     * Lets whoever holds the key act for the account.
     *
     * @param prefix the first characters of the key, to tell it from others
     * @param project the only project that the key sees, or null for the whole account
     */
    record IssueApiKey(
            ApiKeyId id,
            AccountId account,
            String prefix,
            DisplayName name,
            Set<Permission> permissions,
            @Nullable ProjectId project,
            @Nullable Instant expiresAt)
            implements ApiKeyCommand {
        public IssueApiKey {
            permissions = Set.copyOf(permissions);
        }
    }

    record RevokeApiKey(ApiKeyId id) implements ApiKeyCommand {}
}
