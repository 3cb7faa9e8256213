package dev.patchbay.server.traces;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

class WithCollectorTest {

    private static final String TRACES =
            "org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration";
    private static final String SDK =
            "org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration";
    private static final String LOGS =
            "org.springframework.boot.opentelemetry.autoconfigure.logging.otlp.OtlpLoggingAutoConfiguration";
    private static final String OTHER = "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration";

    private final MockEnvironment environment = new MockEnvironment();

    @Test
    void lets_everything_of_traces_in_when_there_is_an_address() {
        giveAddress();
        assertThat(letsIn(TRACES, SDK, OTHER)).containsExactly(true, true, true);
    }

    @Test
    void keeps_traces_out_without_an_address() {
        assertThat(letsIn(TRACES, SDK, OTHER)).containsExactly(false, false, true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "management.opentelemetry.enabled",
                "management.tracing.export.enabled",
                "management.tracing.export.otlp.enabled"
            })
    void keeps_traces_out_when_they_are_turned_off(String name) {
        giveAddress();
        environment.setProperty(name, "false");
        assertThat(letsIn(TRACES, SDK, OTHER)).containsExactly(false, false, true);
        environment.setProperty(name, "true");
        assertThat(letsIn(TRACES, SDK, OTHER)).containsExactly(true, true, true);
    }

    @Test
    void keeps_out_what_sends_the_log_also_when_that_is_asked_for() {
        giveAddress();
        environment.setProperty("management.logging.export.otlp.enabled", "true");
        assertThat(letsIn(LOGS, OTHER)).containsExactly(false, true);
    }

    private void giveAddress() {
        environment.setProperty(
                "management.opentelemetry.tracing.export.otlp.endpoint", "http://localhost:4318/v1/traces");
    }

    private List<Boolean> letsIn(String... configurations) {
        WithCollector filter = new WithCollector();
        filter.setEnvironment(environment);
        return Stream.of(configurations).map(filter::letsIn).toList();
    }
}
