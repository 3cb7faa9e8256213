package dev.patchbay.shared.assistant;

import dev.patchbay.shared.Listing;
import dev.patchbay.shared.Moment;
import dev.patchbay.shared.Query;
import dev.patchbay.shared.Slice;
import dev.patchbay.shared.Which;

/** Everything one may ask about assistants of an account. */
public sealed interface AssistantQuery<T> extends Query<T> {

    /** One of them. */
    record FindAssistant(Which which, long accountId, Moment moment) implements AssistantQuery<AssistantView> {}

    /** All of them, the newest first. */
    record ListAssistants(long accountId, Slice slice, Moment moment)
            implements AssistantQuery<Listing<AssistantView>> {}
}
