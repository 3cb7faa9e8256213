package dev.patchbay.rest.apikey;

import dev.patchbay.rest.caller.Credentials;
import dev.patchbay.rest.exchange.Exchange;
import dev.patchbay.rest.exchange.NewKey;
import dev.patchbay.shared.Kind;
import dev.patchbay.shared.account.AccountId;
import dev.patchbay.shared.apikey.ApiKeyCommand.IssueApiKey;
import dev.patchbay.shared.apikey.ApiKeyId;
import dev.patchbay.shared.apikey.Permission;
import dev.patchbay.shared.project.ProjectId;
import dev.patchbay.shared.text.DisplayName;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes keys; their digests are stored before they are issued, so that no issued key is ever unknown. */
@Component
public final class KeyIssue {
    private final Credentials credentials;

    KeyIssue(Credentials credentials) {
        this.credentials = credentials;
    }

    public IssueApiKey of(
            Exchange exchange,
            AccountId account,
            DisplayName name,
            Set<Permission> permissions,
            @Nullable Long projectId,
            @Nullable Instant expiresAt) {
        ApiKeyId id = new ApiKeyId(exchange.allocate(Kind.API_KEY));
        NewKey key = exchange.newKey(id.value());
        credentials.store(id.value(), key.digest());
        ProjectId project = projectId == null ? null : new ProjectId(projectId);
        return new IssueApiKey(id, account, key.prefix(), name, permissions, project, expiresAt);
    }
}
