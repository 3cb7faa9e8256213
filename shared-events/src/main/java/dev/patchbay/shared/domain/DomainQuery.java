package dev.patchbay.shared.domain;

import dev.patchbay.shared.Listing;
import dev.patchbay.shared.Moment;
import dev.patchbay.shared.Query;
import dev.patchbay.shared.Slice;
import dev.patchbay.shared.Which;
import java.util.List;

/** Everything one may ask about domains. */
public sealed interface DomainQuery<T> extends Query<T> {

    /** One domain of an account. */
    record FindDomain(Which which, long accountId, Moment moment) implements DomainQuery<DomainView> {}

    /** The domains of an account, the newest first. */
    record ListDomains(long accountId, Slice slice, Moment moment) implements DomainQuery<Listing<DomainView>> {}

    /**
     * The domains of all accounts whose records are to be looked up again: those whose time comes first, first.
     *
     * @param ofAnAccount how many of one account at most, so that none takes the place of all others
     */
    record ListDomainsToCheck(int most, int ofAnAccount, Moment moment) implements DomainQuery<List<DomainToCheck>> {}
}
