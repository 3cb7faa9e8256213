package dev.patchbay.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.shared.Behind;
import dev.patchbay.shared.Moment;
import dev.patchbay.shared.operator.OperatorQuery.FindOperator;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class ReadsTest extends ApiTest {

    @Test
    void show_one_thing_with_its_tag_and_position() {
        HttpResponse<String> response = api.send("GET", "/projects/5", null, "X-Request-Id", "abc");

        assertThat(response.body())
                .startsWith("{\"data\":{\"id\":5,\"name\":\"Sales\",\"language\":\"en\",\"industry\":null,"
                        + "\"created_at\":\"2026-04-15T12:00:00Z\"")
                .contains("\"quality_baseline_pct\":75.0");
        assertThat(header(response, "ETag")).matches("\"3-[0-9a-f]{16}\"");
        assertThat(header(response, "Patchbay-Position")).isEqualTo("40");
        assertThat(header(response, "X-Request-Id")).isEqualTo("abc");
        assertThat(header(response, "Content-Type")).isEqualTo("application/json");
    }

    @Test
    void say_that_nothing_changed_to_who_has_it() {
        for (String path : new String[] {"/operators/12", "/operators"}) {
            String tag = header(api.send("GET", path, null), "ETag");

            HttpResponse<String> known = api.send("GET", path, null, "If-None-Match", "W/" + tag);
            assertThat(answer(known)).isEqualTo("304 ");
            assertThat(header(known, "ETag")).isEqualTo(tag);
            assertThat(header(known, "Patchbay-Position")).isNotEmpty();
            assertThat(api.send("GET", path, null, "If-None-Match", "\"other\"").statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void give_a_page_with_meta_only_when_one_is_asked_for() {
        assertThat(api.send("GET", "/operators", null).body()).doesNotContain("meta");
        assertThat(api.send("GET", "/operators?page=2", null).body())
                .endsWith("\"meta\":{\"current_page\":2,\"total_pages\":3,\"total_count\":41,\"per_page\":20}}");
        assertThat(api.send("GET", "/operators?per_page=500", null).body()).contains("\"per_page\":100}");
    }

    @Test
    void wait_for_the_position_that_is_asked_for_and_say_when_it_is_not_reached() {
        api.send("GET", "/operators/12", null, "Patchbay-Min-Position", "7");
        assertThat(backend.asked.getLast().moment()).isEqualTo(Moment.atLeast(7));

        var known = backend.answers.get(FindOperator.class);
        backend.answering(FindOperator.class, query -> {
            throw new Behind(99, 40);
        });
        try {
            HttpResponse<String> response = api.send("GET", "/operators/12", null, "Patchbay-Min-Position", "99");

            assertThat(answer(response)).isEqualTo("503 {\"error\":\"Not yet at position 99\"}");
            assertThat(header(response, "Retry-After")).isEqualTo("1");
        } finally {
            backend.answers.put(FindOperator.class, known);
        }
    }

    @Test
    void show_what_a_key_is_and_never_the_key() {
        assertThat(api.send("GET", "/api_keys/1", null).body())
                .isEqualTo("{\"data\":{\"id\":1,\"name\":\"Key\",\"prefix\":\"idc_kkkk\","
                        + "\"permissions\":[\"read\",\"write\",\"delete\",\"admin\"],\"project_id\":null,"
                        + "\"expires_at\":null,\"last_used_at\":\"2026-04-15T12:00:00Z\","
                        + "\"created_at\":\"2026-04-15T12:00:00Z\"}}");
    }
}
