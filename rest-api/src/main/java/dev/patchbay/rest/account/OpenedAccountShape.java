package dev.patchbay.rest.account;

import dev.patchbay.rest.apikey.NewApiKeyShape;
import dev.patchbay.shared.account.AccountView;
import java.time.Instant;

/** An account as it is answered once, to whom opened it. */
record OpenedAccountShape(long id, String name, Instant createdAt, NewApiKeyShape apiKey) {

    static OpenedAccountShape of(AccountView account, NewApiKeyShape apiKey) {
        return new OpenedAccountShape(account.id(), account.name(), account.createdAt(), apiKey);
    }
}
