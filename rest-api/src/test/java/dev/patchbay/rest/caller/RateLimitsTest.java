package dev.patchbay.rest.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.rest.answer.Problem;
import dev.patchbay.rest.settings.ApiSettings;
import dev.patchbay.rest.settings.RateLimit;
import dev.patchbay.shared.Scope;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RateLimitsTest {

    @Test
    void count_each_key_on_its_own() {
        RateLimits limits = limits(2, Map.of());
        limits.count(caller(1));
        limits.count(caller(1));
        limits.count(caller(2));

        assertThatThrownBy(() -> limits.count(caller(1))).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.reply().status()).isEqualTo(429);
            assertThat(problem.reply().body()).isEqualTo("{\"error\":\"Rate limit exceeded\"}");
            assertThat(Integer.parseInt(problem.reply().headers().get("Retry-After")))
                    .isBetween(1, 30);
        });
    }

    @Test
    void have_exceptions_for_single_keys() {
        RateLimits limits = limits(1, Map.of(7L, 0));

        for (int i = 0; i < 100; i++) {
            limits.count(caller(7));
        }
    }

    @Test
    void are_off_by_default() {
        RateLimits limits = limits(0, Map.of());

        for (int i = 0; i < 100; i++) {
            limits.count(caller(1));
        }
    }

    private static RateLimits limits(int perMinute, Map<Long, Integer> keys) {
        return new RateLimits(new ApiSettings(
                "US",
                null,
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                new ApiSettings.Rate(new RateLimit(perMinute, keys))));
    }

    private static Caller caller(long id) {
        return new Caller(id, new Scope(1, null), Set.of(), "idc_");
    }
}
