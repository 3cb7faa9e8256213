package dev.patchbay.rest.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

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
    void can_all_be_set() {
        ApiSettings settings = bind(Map.of(
                "patchbay.default-region", "lt",
                "patchbay.catch-up-timeout", "250ms",
                "patchbay.rate-limit.requests-per-minute", "60",
                "patchbay.rate-limit.keys.7", "300"));

        assertThat(settings.defaultRegion()).isEqualTo("LT");
        assertThat(settings.catchUpTimeout()).isEqualTo(Duration.ofMillis(250));
        assertThat(settings.rateLimit().of(1)).isEqualTo(60);
        assertThat(settings.rateLimit().of(7)).isEqualTo(300);
    }

    @Test
    void refuse_a_region_that_is_none() {
        assertThatThrownBy(() -> bind(Map.of("patchbay.default-region", "XX")))
                .rootCause()
                .hasMessage(
                        "patchbay.default-region must be a region with a numbering plan, such as US or LT, not 'XX'");
    }

    @Test
    void refuse_a_negative_limit_and_an_endless_hurry() {
        assertThatThrownBy(() -> bind(Map.of("patchbay.rate-limit.requests-per-minute", "-1")))
                .rootCause()
                .hasMessageContaining("patchbay.rate-limit.requests-per-minute");
        assertThatThrownBy(() -> bind(Map.of("patchbay.catch-up-timeout", "0s")))
                .rootCause()
                .hasMessageContaining("patchbay.catch-up-timeout");
    }

    private static ApiSettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("patchbay", ApiSettings.class);
    }
}
