package dev.patchbay.shared.apikey;

import dev.patchbay.shared.Listing;
import dev.patchbay.shared.Moment;
import dev.patchbay.shared.Page;
import dev.patchbay.shared.Query;
import org.jspecify.annotations.Nullable;

/** Everything one may ask about API keys; revoked ones are not found. */
public sealed interface ApiKeyQuery<T> extends Query<T> {

    /** One key of any account. */
    record FindApiKey(long apiKeyId, Moment moment) implements ApiKeyQuery<ApiKeyView> {}

    /** The keys of an account, by id. */
    record ListApiKeys(long accountId, @Nullable Page page, Moment moment)
            implements ApiKeyQuery<Listing<ApiKeyView>> {}
}
