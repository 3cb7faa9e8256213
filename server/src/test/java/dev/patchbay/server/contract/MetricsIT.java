package dev.patchbay.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.server.Client;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a monitoring system sees. */
@ExtendWith(SharedServer.class)
class MetricsIT {
    private static final String DELETED = "patchbay_commands_seconds_count{outcome=\"ok\",type=\"DeleteOperator\"}";
    private static final String FOUND = "patchbay_queries_seconds_count{outcome=\"ok\",type=\"FindOperator\"}";
    private static final String SLOW =
            "patchbay_commands_seconds_bucket{outcome=\"ok\",type=\"DeleteOperator\",le=\"5.0\"}";

    private final Tenant tenant = Tenant.open();
    private final Client client = tenant.client();

    @Test
    void are_counted_by_type_and_by_what_came_of_them() {
        double decided = value(DELETED);
        double answered = value(FOUND);
        long operator = tenant.operator("Ada");

        assertThat(client.get("operators/" + operator).status()).isEqualTo(200);
        assertThat(client.delete("operators/" + operator).status()).isEqualTo(200);
        assertThat(value(DELETED)).isEqualTo(decided + 1);
        assertThat(value(SLOW)).isPositive();
        assertThat(value(FOUND)).isGreaterThan(answered);

        assertThat(client.delete("operators/" + operator).status()).isEqualTo(404);
        assertThat(value(DELETED)).isEqualTo(decided + 1);
    }

    @Test
    void say_how_far_the_views_are_behind_the_log_and_how_the_process_is() {
        double position = client.get("operators/" + tenant.operator("Ada")).position();

        assertThat(value("patchbay_log_position")).isGreaterThanOrEqualTo(position);
        assertThat(value("patchbay_views_position")).isGreaterThanOrEqualTo(position);
        assertThat(value("patchbay_views_lag_events")).isNotNegative();
        assertThat(scraped())
                .contains("jvm_memory_used_bytes{", "process_cpu_usage ")
                .doesNotContain("disk_");
        assertThat(scraped())
                .containsPattern(
                        "http_server_requests_seconds_count\\{[^}]*uri=\"/api/v1/public/operators/\\{id}\"[^}]*}");
    }

    /** Of one line; 0 when there is none. */
    private static double value(String meter) {
        Matcher line = Pattern.compile("^" + Pattern.quote(meter) + " (\\S+)$", Pattern.MULTILINE)
                .matcher(scraped());
        return line.find() ? Double.parseDouble(line.group(1)) : 0;
    }

    /** Without a key. */
    private static String scraped() {
        try (InputStream body =
                SharedServer.root().resolve("actuator/prometheus").toURL().openStream()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
