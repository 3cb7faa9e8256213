package dev.patchbay.rest.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.shared.routing.Because;
import dev.patchbay.shared.routing.RouteView;
import dev.patchbay.shared.virtualnumber.FallbackView;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class JsonTest {
    record View(long zebra, String phoneNumber, Double qualityBaselinePct, Instant createdAt, String none) {}

    @Test
    void is_in_snake_case_in_the_order_of_the_record_with_whole_seconds_and_nulls() {
        View view = new View(1, "+1", 75.0, Instant.parse("2026-04-15T10:00:00.987Z"), null);

        assertThat(Json.write(view))
                .isEqualTo("{\"zebra\":1,\"phone_number\":\"+1\",\"quality_baseline_pct\":75.0,"
                        + "\"created_at\":\"2026-04-15T10:00:00Z\",\"none\":null}");
    }

    @Test
    void has_of_a_fallback_only_what_belongs_to_its_type() {
        assertThat(Json.write(new FallbackView("virtual_number", null, 7L)))
                .isEqualTo("{\"type\":\"virtual_number\",\"id\":7}");
        assertThat(Json.write(new RouteView.Fallback(
                        "hangup",
                        null,
                        null,
                        null,
                        new Because(3, "FallbackChanged", Instant.EPOCH, new Because.Actor("system", 0)),
                        null)))
                .isEqualTo("{\"type\":\"hangup\",\"because\":{\"position\":3,\"type\":\"FallbackChanged\","
                        + "\"recorded_at\":\"1970-01-01T00:00:00Z\",\"actor\":{\"kind\":\"system\",\"id\":0}}}");
    }
}
