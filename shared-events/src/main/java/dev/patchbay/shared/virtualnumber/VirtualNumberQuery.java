package dev.patchbay.shared.virtualnumber;

import dev.patchbay.shared.Listing;
import dev.patchbay.shared.Moment;
import dev.patchbay.shared.Page;
import dev.patchbay.shared.Query;
import dev.patchbay.shared.Scope;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everything one may ask about virtual numbers. */
public sealed interface VirtualNumberQuery<T> extends Query<T> {

    /** One number that the scope can see; its available operators are those that the scope can see. */
    record FindVirtualNumber(long virtualNumberId, Scope scope, Moment moment)
            implements VirtualNumberQuery<VirtualNumberDetail> {}

    /** The same number in its short shape. */
    record FindVirtualNumberSummary(long virtualNumberId, Scope scope, Moment moment)
            implements VirtualNumberQuery<VirtualNumberSummary> {}

    /** The numbers that the scope can see, by id. */
    record ListVirtualNumbers(Scope scope, @Nullable Page page, Moment moment)
            implements VirtualNumberQuery<Listing<VirtualNumberSummary>> {}

    /** Which of these E.164 numbers are held, by any account. */
    record ListHeldPhoneNumbers(Set<String> phoneNumbers, Moment moment) implements VirtualNumberQuery<List<String>> {
        public ListHeldPhoneNumbers {
            phoneNumbers = Set.copyOf(phoneNumbers);
        }
    }
}
