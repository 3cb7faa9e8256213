package dev.patchbay.server;

import dev.patchbay.query.Head;
import dev.patchbay.rest.bus.Decisions;
import dev.patchbay.rest.exchange.NewKey;
import dev.patchbay.server.ServerSettings.Role;
import dev.patchbay.server.store.StoredCredentials;
import dev.patchbay.shared.Command;
import dev.patchbay.shared.Kind;
import dev.patchbay.shared.Provenance;
import dev.patchbay.shared.Together;
import dev.patchbay.shared.account.AccountCommand.OpenAccount;
import dev.patchbay.shared.account.AccountId;
import dev.patchbay.shared.apikey.ApiKeyCommand.IssueApiKey;
import dev.patchbay.shared.apikey.ApiKeyId;
import dev.patchbay.shared.apikey.Permission;
import dev.patchbay.shared.text.DisplayName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The key to an installation's first account, which may do everything. Issued at the first start, and again at the next when
 * the server died before it had shown the key to anyone.
 */
@Component
@ConditionalOnRole(Role.API)
class FirstKey {

    private static final AccountId FIRST_ACCOUNT = new AccountId(1);

    private final ServerSettings settings;
    private final StoredCredentials credentials;
    private final Decisions decisions;
    private final Head head;
    private @Nullable NewKey issued;
    private long id;

    FirstKey(ServerSettings settings, StoredCredentials credentials, Decisions decisions, Head head) {
        this.settings = settings;
        this.credentials = credentials;
        this.decisions = decisions;
        this.head = head;
    }

    void issueIfNoneWasAnnounced() {
        if (credentials.isFirstKeyAnnounced()) {
            return;
        }
        Provenance provenance = Provenance.system(UUID.randomUUID().toString());
        NewKey key = settings.bootstrapKey() == null ? NewKey.random() : new NewKey(settings.bootstrapKey());
        id = decisions.allocate(Kind.API_KEY, provenance);
        credentials.store(id, key.digest());
        decisions.decide(Together.of(commands(key)), provenance);
        issued = key;
    }

    /** Shows the key, if it was issued at this start, and never again. */
    void announce(Consumer<String> listener) {
        if (issued != null) {
            listener.accept(issued.text());
            credentials.firstKeyAnnounced(id);
            issued = null;
        }
    }

    private List<Command> commands(NewKey key) {
        List<Command> commands = new ArrayList<>();
        if (head.position() == 0) {
            commands.add(new OpenAccount(FIRST_ACCOUNT, new DisplayName("First account")));
        }
        commands.add(new IssueApiKey(
                new ApiKeyId(id),
                FIRST_ACCOUNT,
                key.prefix(),
                new DisplayName("First key"),
                Set.of(Permission.values()),
                null,
                null));
        return commands;
    }
}
