package dev.patchbay.shared.domain;

import dev.patchbay.shared.Listing;
import dev.patchbay.shared.Moment;
import dev.patchbay.shared.Query;
import dev.patchbay.shared.Slice;
import dev.patchbay.shared.Which;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Everything one may ask about domains. */
public sealed interface DomainQuery<T> extends Query<T> {

    /** One domain of an account. */
    record FindDomain(Which which, long accountId, Moment moment) implements DomainQuery<DomainView> {}

    /** The domains of an account, the newest first. */
    record ListDomains(long accountId, Slice slice, Moment moment) implements DomainQuery<Listing<DomainView>> {}

    /**
     * The domains whose records are to be looked up now: the one of each account whose time came first, then the second of each.
     *
     * @param ofAnAccount how many of one account at most
     * @param resting those that are left out
     */
    record ListDomainsToCheck(int most, int ofAnAccount, Set<Long> resting, Instant now, Moment moment)
            implements DomainQuery<List<DomainView>> {}

    /** When the records of a domain are to be looked up next, other than now. */
    record FindNextCheck(Instant now, Moment moment) implements DomainQuery<Instant> {}
}
