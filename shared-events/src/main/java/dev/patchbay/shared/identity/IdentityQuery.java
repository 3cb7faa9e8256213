package dev.patchbay.shared.identity;

import dev.patchbay.shared.Listing;
import dev.patchbay.shared.Moment;
import dev.patchbay.shared.Query;
import dev.patchbay.shared.Slice;
import dev.patchbay.shared.Which;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everything one may ask about identities. */
public sealed interface IdentityQuery<T> extends Query<T> {

    /** One identity of an account. */
    record FindIdentity(Which which, long accountId, Moment moment) implements IdentityQuery<IdentityView> {}

    /** The identities of an account, the newest first; null for those of any domain or status. */
    record ListIdentities(
            long accountId, @Nullable UUID domain, @Nullable IdentityStatus status, Slice slice, Moment moment)
            implements IdentityQuery<Listing<IdentityView>> {}

    /** Whether there is an identity of a domain. */
    record IsDomainUsed(long domainId, Moment moment) implements IdentityQuery<Boolean> {}

    /** The numbers of the identities that are linked to an assistant. */
    record ListIdentitiesOfAssistant(long assistantId, Moment moment) implements IdentityQuery<List<Long>> {}
}
