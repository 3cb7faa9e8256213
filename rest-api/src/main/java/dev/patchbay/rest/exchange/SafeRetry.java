package dev.patchbay.rest.exchange;

import dev.patchbay.rest.answer.Digest;
import dev.patchbay.rest.answer.Problem;
import dev.patchbay.shared.request.AcceptRequest;
import dev.patchbay.shared.request.RequestKey;
import java.time.Instant;

/**
 * A request that may safely be sent again.
 *
 * @param requestKey which request it is: the caller and the {@code Idempotency-Key} it chose
 * @param fingerprint what is asked
 */
public record SafeRetry(RequestKey requestKey, String fingerprint) {

    static SafeRetry of(String caller, String idempotencyKey, String fingerprint) {
        String digest = new Digest().part(caller).part(idempotencyKey).hex();
        return new SafeRetry(new RequestKey(digest), fingerprint);
    }

    /** Has the request remembered together with its effect. */
    public AcceptRequest acceptance(long result, Instant now) {
        return new AcceptRequest(requestKey, fingerprint, result, now);
    }

    void requireSame(String earlier) {
        if (!earlier.equals(fingerprint)) {
            throw Problem.parameter("Idempotency-Key was used for another request");
        }
    }
}
