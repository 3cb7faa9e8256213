package dev.patchbay.shared.account;

import dev.patchbay.shared.Listing;
import dev.patchbay.shared.Moment;
import dev.patchbay.shared.Page;
import dev.patchbay.shared.Query;
import org.jspecify.annotations.Nullable;

/** Everything one may ask about accounts. */
public sealed interface AccountQuery<T> extends Query<T> {

    /** One account. */
    record FindAccount(long accountId, Moment moment) implements AccountQuery<AccountView> {}

    /** All accounts of the installation, by id. */
    record ListAccounts(@Nullable Page page, Moment moment) implements AccountQuery<Listing<AccountView>> {}
}
