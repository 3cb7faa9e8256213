package dev.patchbay.rest.caller;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.patchbay.rest.answer.Problem;
import dev.patchbay.rest.settings.ApiSettings;
import dev.patchbay.rest.settings.RateLimit;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Counts the requests of each key against its limit, in this process. */
@Component
public final class RateLimits {
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int MOST_KEYS = 100_000;

    private final RateLimit limit;
    private final Cache<Long, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_KEYS)
            // A bucket not used for a window is full again: it is as good as a new one.
            .expireAfterAccess(WINDOW)
            .build();

    public RateLimits(ApiSettings settings) {
        this.limit = settings.rateLimit();
    }

    /**
     * Counts one request.
     *
     * @throws Problem when it is one too many
     */
    public void count(Caller caller) {
        int perMinute = limit.of(caller.apiKeyId());
        if (perMinute == 0) {
            return;
        }
        Bucket bucket = buckets.get(caller.apiKeyId(), id -> bucket(perMinute));
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            Duration wait = Duration.ofNanos(probe.getNanosToWaitForRefill());
            throw Problem.tooManyRequests(wait.plusSeconds(1).minusNanos(1).toSeconds());
        }
    }

    private static Bucket bucket(int perMinute) {
        return Bucket.builder()
                .addLimit(bandwidth -> bandwidth.capacity(perMinute).refillGreedy(perMinute, WINDOW))
                .build();
    }
}
