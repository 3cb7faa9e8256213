package dev.patchbay.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.patchbay.server.Client;
import dev.patchbay.server.Client.Reply;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whole datasets: the same range has the same bytes. */
@ExtendWith(SharedServer.class)
class ExportsIT {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Tenant tenant = Tenant.open();
    private final Client client = tenant.client();

    @Test
    void the_log_is_the_audit_trail_in_the_order_of_the_log() {
        long operator = tenant.operator("Ada");
        long renamed = rename(operator, "Bea");

        Reply export = client.get("exports/events?to=@" + renamed);

        assertThat(lines(export))
                .isEqualTo(client.get("audit_events?order=asc&per_page=100&as_of=@" + renamed)
                        .data()
                        .valueStream()
                        .toList());
        assertThat(export.position()).isEqualTo(renamed);
        assertThat(lines(client.get("exports/events?from=@" + renamed))
                        .getFirst()
                        .get("position")
                        .asLong())
                .isEqualTo(renamed);
    }

    @Test
    void a_log_of_many_pages_is_whole() {
        long operator = tenant.operator("Ada");
        long position = 0;
        for (int i = 0; i < 450; i++) {
            position = rename(operator, "Ada " + i);
        }

        assertThat(lines(client.get("exports/events?to=@" + position)))
                .extracting(entry -> entry.get("position").asLong())
                .isSorted()
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(450)
                .endsWith(position);
        assertThat(lines(client.get("exports/operators?to=@" + position))).hasSize(451);
    }

    @Test
    void versions_of_what_is_gone_are_still_there_with_who_and_why() {
        long operator = tenant.operator("Ada");
        client.patch("operators/" + operator, "{\"name\":\"Bea\"}", "Patchbay-Reason", "married");
        client.delete("operators/" + operator);

        List<JsonNode> versions = lines(client.get("exports/operators"));

        assertThat(Answers.texts(JSON.valueToTree(versions), "name")).containsExactly("Ada", "Bea");
        assertThat(versions.get(0).get("valid_to")).isEqualTo(versions.get(1).get("valid_from"));
        assertThat(versions.get(0).get("valid_to_at")).isEqualTo(versions.get(1).get("valid_from_at"));
        assertThat(versions.get(1).get("valid_to").isNull()).isFalse();
        assertThat(versions.get(1).get("reason").asString()).isEqualTo("married");
        assertThat(versions.get(1).get("actor_kind").asString()).isEqualTo("api_key");
    }

    @Test
    void calls_are_as_they_are_known_at_the_end() {
        long number = tenant.number("Sales");
        Reply ringing = client.post("virtual_numbers/" + number + "/calls", """
                {"direction": "inbound", "call_status": "ringing", "started_at": "2026-01-01T10:00:00Z"}""");
        Reply over = client.patch("calls/" + ringing.id(), "{\"call_status\": \"missed\"}");

        assertThat(status("exports/calls?to=@" + ringing.position())).isEqualTo("ringing");
        assertThat(status("exports/calls?to=@" + over.position())).isEqualTo("missed");
        assertThat(client.get("exports/calls?from=@" + (over.position() + 1)).body())
                .isEmpty();
    }

    @Test
    void a_table_has_a_column_for_each_value() {
        long operator = tenant.operator("\\\"Ada\\\", =1+1");
        tenant.attach(tenant.number("Sales"), operator);

        NamedCsvRecord version =
                records(client.get("exports/operators?format=csv")).getFirst();
        assertThat(version.getField("name")).isEqualTo("\"Ada\", =1+1");
        assertThat(version.getField("project_ids")).isEqualTo("[]");
        assertThat(records(client.get("exports/attachments?format=csv"))
                        .getFirst()
                        .getField("operator_id"))
                .isEqualTo(Long.toString(operator));
        NamedCsvRecord event = records(client.get("exports/events?format=csv")).getLast();
        assertThat(event.getField("type")).isEqualTo("OperatorAttached");
        assertThat(JSON.readTree(event.getField("changes")).get(0).get("field").asString())
                .isEqualTo("operators");
    }

    @ParameterizedTest
    @CsvSource({"events,ndjson", "operators,csv", "virtual_numbers,ndjson", "attachments,csv", "calls,ndjson"})
    void the_same_range_has_the_same_bytes_whatever_happens_later(String dataset, String format) {
        long number = tenant.number("Sales");
        long operator = tenant.operator("Ada");
        tenant.attach(number, operator);
        Reply call = client.post("virtual_numbers/" + number + "/calls", """
                {"direction": "inbound", "call_status": "ringing"}""");
        Reply then = client.get("exports/" + dataset + "?format=" + format);

        client.patch("calls/" + call.id(), "{\"call_status\": \"missed\"}");
        client.delete("operators/" + operator);
        client.delete("virtual_numbers/" + number);
        Reply again = client.get(then.header("Content-Location").orElseThrow().replace("/api/v1/public/", ""));

        assertThat(then.body()).isNotEmpty();
        assertThat(again.body()).isEqualTo(then.body());
        assertThat(again.etag()).isEqualTo(then.etag());
        assertThat(client.get("exports/" + dataset + "?format=" + format).body())
                .isNotEqualTo(then.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"events", "operators", "virtual_numbers", "attachments", "calls"})
    void of_what_has_not_happened_yet_is_empty_also_later(String dataset) {
        long number = tenant.number("Sales");
        long operator = tenant.operator("Ada");
        tenant.attach(number, operator);
        Reply then = client.get("exports/" + dataset + "?from=2999-01-01T00:00:00Z");

        rename(operator, "Bea");
        client.delete("operators/" + operator);
        client.delete("virtual_numbers/" + number);
        Reply again = client.get(then.header("Content-Location").orElseThrow().replace("/api/v1/public/", ""));

        assertThat(then.status()).isEqualTo(200);
        assertThat(then.body()).isEmpty();
        assertThat(again.status()).as(again.body()).isEqualTo(200);
        assertThat(again.body()).isEmpty();
        assertThat(again.etag()).isEqualTo(then.etag());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ndjson", "csv"})
    void goes_on_where_it_broke_off(String format) {
        long renamed = rename(tenant.operator("Ada"), "B\u00e9a");
        String path = "exports/events?format=" + format + "&to=@" + renamed;
        Reply whole = client.get(path);
        int length = whole.body().getBytes(java.nio.charset.StandardCharsets.UTF_8).length;

        Reply rest = client.get(path, "Range", "bytes=100-");

        assertThat(rest.status()).isEqualTo(206);
        assertThat(whole.body().substring(0, 100) + rest.body()).isEqualTo(whole.body());
        assertThat(rest.header("Content-Range")).hasValue("bytes 100-" + (length - 1) + "/" + length);
        assertThat(client.get(path, "Range", "bytes=0-9").body())
                .isEqualTo(whole.body().substring(0, 10));
        assertThat(client.get(path, "Range", "bytes=-2").body())
                .isEqualTo(whole.body().substring(whole.body().length() - 2));
        assertThat(client.get(path, "Range", "bytes=0-1,4-5").body()).isEqualTo(whole.body());
        assertThat(client.get(path, "Range", "lines=1-").body()).isEqualTo(whole.body());
        Reply beyond = client.get(path, "Range", "bytes=" + length + "-");
        assertThat(beyond.status()).isEqualTo(416);
        assertThat(beyond.header("Content-Range")).hasValue("bytes */" + length);
    }

    @Test
    void two_ends_are_never_mixed() {
        long operator = tenant.operator("Ada");
        Reply begun = client.get("exports/operators");
        rename(operator, "Bea");

        Reply rest = client.get("exports/operators", "Range", "bytes=10-", "If-Range", begun.etag());
        assertThat(begun.body().substring(0, 10) + rest.body()).isEqualTo(begun.body());
        assertThat(rest.etag()).isEqualTo(begun.etag());
        assertThat(rest.position()).isEqualTo(begun.position());
        assertWhole(client.get("exports/operators", "Range", "bytes=10-"));
        assertWhole(client.get("exports/operators", "Range", "bytes=10-", "If-Range", "\"7-0123456789abcdef\""));
        assertWhole(client.get("exports/operators?from=@2", "Range", "bytes=10-", "If-Range", begun.etag()));
        assertWhole(client.get("exports/operators?to=@1", "Range", "bytes=10-", "If-Range", begun.etag()));
    }

    @Test
    void what_the_client_has_is_not_sent_again() {
        long position = rename(tenant.operator("Ada"), "Bea");
        Reply export = client.get("exports/operators?to=@" + position);

        assertThat(client.get("exports/operators?to=@" + position, "If-None-Match", export.etag())
                        .status())
                .isEqualTo(304);
        Reply head = client.send("HEAD", "exports/operators?to=@" + position, null);
        assertThat(head.etag()).isEqualTo(export.etag());
        assertThat(head.body()).isEmpty();
    }

    @Test
    void nobody_sees_another_account_and_no_project_all_of_its_own() {
        tenant.operator("Ada");
        Client stranger = Tenant.open().client();

        assertThat(stranger.get("exports/operators").body()).isEmpty();
        assertThat(tenant.scopedTo(tenant.project("Support"), "read")
                        .get("exports/operators")
                        .status())
                .isEqualTo(403);
        assertThat(tenant.with("write").get("exports/operators").status()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "format=xml",
        "format=",
        "to=@999999999",
        "to=2999-01-01T00:00:00Z",
        "to=@5&as_of=@4",
        "from=yesterday",
        "as_of=@999999999"
    })
    void a_range_that_cannot_last_is_refused(String query) {
        assertThat(client.get("exports/calls?" + query).status()).isEqualTo(422);
    }

    private static void assertWhole(Reply reply) {
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Range")).isEmpty();
    }

    private String status(String path) {
        return lines(client.get(path)).getFirst().get("call_status").asString();
    }

    private long rename(long operator, String name) {
        return client.patch("operators/" + operator, "{\"name\":\"" + name + "\"}")
                .position();
    }

    private static List<JsonNode> lines(Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.body()
                .lines()
                .map(JSON::readTree)
                .map(JsonNode.class::cast)
                .toList();
    }

    private static List<NamedCsvRecord> records(Reply reply) {
        return CsvReader.builder().ofNamedCsvRecord(reply.body()).stream().toList();
    }
}
