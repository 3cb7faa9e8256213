package dev.patchbay.rest.answer;

import static org.assertj.core.api.Assertions.assertThat;

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
}
