package dev.patchbay.shared.request;

import dev.patchbay.shared.Moment;
import dev.patchbay.shared.Query;

/** The latest acceptance under a key, however old. */
public record FindAcceptedRequest(RequestKey requestKey, Moment moment) implements Query<AcceptedRequest> {}
