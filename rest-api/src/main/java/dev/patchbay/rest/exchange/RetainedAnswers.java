package dev.patchbay.rest.exchange;

import dev.patchbay.shared.request.RequestKey;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Answers to requests that named an {@code Idempotency-Key} and left nothing in the log, because they were refused or what
 * they wanted was there already: the same request must be answered in the same words for 24 hours.
 */
public interface RetainedAnswers {

    /**
     * An answer, word for word.
     *
     * @param fingerprint a digest of what was asked
     * @param headers those that belong to the answer itself, such as an {@code ETag}; mostly none
     * @param body JSON
     */
    record RetainedAnswer(String fingerprint, int status, Map<String, String> headers, String body) {
        public RetainedAnswer {
            headers = Map.copyOf(headers);
        }
    }

    /** What was retained under a key less than 24 hours before {@code now}. */
    Optional<RetainedAnswer> find(RequestKey requestKey, Instant now);

    /**
     * Retains an answer, durable when it returns; one that was retained under the key before is replaced only when it is 24
     * hours old. What is older may be deleted at any time.
     *
     * @throws dev.patchbay.shared.Refusal as unavailable when it cannot be written
     */
    void retain(RequestKey requestKey, RetainedAnswer answer, Instant at);
}
