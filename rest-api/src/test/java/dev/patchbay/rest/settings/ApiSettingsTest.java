package dev.patchbay.rest.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ApiSettingsTest {

    @Test
    void have_defaults() {
        ApiSettings settings = bind(Map.of());

        assertThat(settings.defaultRegion()).isEqualTo("US");
        assertThat(settings.inventoryFile()).isNull();
        assertThat(settings.catchUpTimeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.rateLimit().of(1)).isZero();
    }

    @Test
    void can_all_be_set_in_the_environment() {
        ApiSettings settings = bind(Map.of(
                "PATCHBAY_DEFAULT_REGION", "lt",
                "PATCHBAY_CATCH_UP_TIMEOUT", "250ms",
                "PATCHBAY_RATE_LIMIT_REQUESTS_PER_MINUTE", "60",
                "PATCHBAY_RATE_LIMIT_KEYS_7", "300"));

        assertThat(settings.defaultRegion()).isEqualTo("LT");
        assertThat(settings.catchUpTimeout()).isEqualTo(Duration.ofMillis(250));
        assertThat(settings.rateLimit().of(1)).isEqualTo(60);
        assertThat(settings.rateLimit().of(7)).isEqualTo(300);
    }

    @Test
    void refuse_a_region_that_is_none() {
        assertThatThrownBy(() -> bind(Map.of("PATCHBAY_DEFAULT_REGION", "XX")))
                .rootCause()
                .hasMessage(
                        "patchbay.default-region must be a region with a numbering plan, such as US or LT, not 'XX'");
    }

    @Test
    void refuse_a_negative_limit_and_an_endless_hurry() {
        assertThatThrownBy(() -> bind(Map.of("PATCHBAY_RATE_LIMIT_REQUESTS_PER_MINUTE", "-1")))
                .rootCause()
                .hasMessageContaining("patchbay.rate.limit.requests-per-minute");
        assertThatThrownBy(() -> bind(Map.of("PATCHBAY_CATCH_UP_TIMEOUT", "0s")))
                .rootCause()
                .hasMessageContaining("patchbay.catch-up-timeout");
    }

    private static ApiSettings bind(Map<String, Object> variables) {
        return new Environment(variables).bind(ApiSettings.class);
    }
}
