package dev.patchbay.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RateLimitedTest extends ApiTest {

    @Override
    Map<String, Object> settings() {
        return Map.of("patchbay.rate.limit.requests-per-minute", "2", "patchbay.rate.limit.keys.4", "0");
    }

    @Test
    void callers_are_told_when_to_come_again() {
        api.send("GET", "/operators", null);
        api.send("GET", "/operators", null);
        HttpResponse<String> response = api.sendAs(Backend.KEY, "GET", "/nothing", null);

        assertThat(answer(response)).isEqualTo("429 {\"error\":\"Rate limit exceeded\"}");
        assertThat(Integer.parseInt(header(response, "Retry-After"))).isBetween(1, 30);
        assertThat(api.sendAs(Backend.READING_KEY, "GET", "/operators", null).statusCode())
                .isEqualTo(200);
    }

    @Test
    void callers_with_a_limit_of_their_own_are_not_held_to_the_common_one() {
        for (int i = 0; i < 5; i++) {
            assertThat(api.sendAs(Backend.WRITING_KEY, "GET", "/operators", null)
                            .statusCode())
                    .isEqualTo(403);
        }
    }
}
