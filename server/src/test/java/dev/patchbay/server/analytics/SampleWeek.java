package dev.patchbay.server.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.server.Client;
import dev.patchbay.server.Client.Reply;
import java.time.Duration;
import java.time.Instant;

/** What happened on one number from Monday, 2 March 2026, to Sunday: docs/analytics.md asks about it. */
final class SampleWeek {
    private static final Duration BETWEEN_CALLS = Duration.ofMinutes(20);

    private final Client client;
    private final SampleClock clock;
    private int calls;

    SampleWeek(Client client, SampleClock clock) {
        this.client = client;
        this.clock = clock;
    }

    void happen() {
        at("2026-03-02T08:00:00Z");
        long sales = post("virtual_numbers", "{\"phone_number\": \"+15558675309\", \"name\": \"Sales\"}", "opening");
        long ada = operator("Ada Berg", "+15555550101");
        long bea = operator("Bea Lind", "+15555550102");
        long cleo = operator("Cleo Hall", "+15555550103");
        attach(sales, ada, "opening");
        attach(sales, bea, "opening");
        calls(sales, "2026-03-02T09:00:00Z", ada, "answered missed answered missed missed answered");
        calls(sales, "2026-03-03T09:00:00Z", ada, "missed answered busy answered");
        at("2026-03-04T08:00:00Z");
        order(sales, "[" + bea + "," + ada + "]", "Bea is faster");
        at("2026-03-04T08:30:00Z");
        patch("operators/" + ada, "{\"email\": \"ada@example.com\"}", "mail on missed calls");
        calls(sales, "2026-03-04T09:00:00Z", bea, "answered answered missed answered");
        at("2026-03-05T08:15:00Z");
        patch("operators/" + ada, "{\"email\": null}", "too many mails");
        calls(sales, "2026-03-05T09:00:00Z", bea, "answered answered answered failed");
        at("2026-03-05T12:00:00Z");
        patch("operators/" + bea, "{\"active\": false}", "lunch");
        at("2026-03-05T12:45:00Z");
        patch("operators/" + bea, "{\"active\": true}", "back");
        at("2026-03-06T08:00:00Z");
        attach(sales, cleo, "spring sale");
        patch("virtual_numbers/" + sales, "{\"name\": \"Spring sale\"}", "spring sale");
        calls(sales, "2026-03-06T09:00:00Z", cleo, "answered answered answered answered missed ringing");
        at("2026-03-06T17:00:00Z");
        patch("virtual_numbers/" + sales, "{\"name\": \"Sales\"}", "the sale is over");
        at("2026-03-06T18:00:00Z");
        patch("virtual_numbers/" + sales, "{\"active\": false}", "weekend");
        at("2026-03-07T07:00:00Z");
        patch("virtual_numbers/" + sales, "{\"name\": \"Spring sale\"}", "one more hour");
        at("2026-03-07T08:00:00Z");
        patch("virtual_numbers/" + sales, "{\"name\": \"Sales\"}", "really over");
        at("2026-03-07T10:00:00Z");
        order(sales, "[" + cleo + "," + bea + "," + ada + "]", "Cleo sells most");
        at("2026-03-08T20:00:00Z");
        order(sales, "[" + bea + "," + ada + "," + cleo + "]", "as before");
        at("2026-03-09T07:00:00Z");
    }

    private void at(String time) {
        clock.set(Instant.parse(time));
    }

    private long operator(String name, String phoneNumber) {
        return post("operators", "{\"name\": \"" + name + "\", \"phone_number\": \"" + phoneNumber + "\"}", "opening");
    }

    private void attach(long number, long operator, String reason) {
        Reply attached = client.post(
                "virtual_numbers/" + number + "/add_operator",
                "{\"operator_id\": " + operator + "}",
                "Patchbay-Reason",
                reason);
        assertThat(attached.status()).isEqualTo(200);
    }

    private void order(long number, String operators, String reason) {
        Reply ordered = client.put(
                "virtual_numbers/" + number + "/operators",
                "{\"operator_ids\": " + operators + "}",
                "Patchbay-Reason",
                reason);
        assertThat(ordered.status()).isEqualTo(200);
    }

    private void calls(long number, String first, long operator, String statuses) {
        Instant begin = Instant.parse(first);
        for (String status : statuses.split(" ", -1)) {
            clock.set(begin.plusSeconds(120));
            boolean answered = status.equals("answered");
            post(
                    "virtual_numbers/" + number + "/calls",
                    """
                    {"external_id": "call-%d", "direction": "inbound", "call_status": "%s", "operator_id": %s,
                     "call_duration": %d, "started_at": "%s"}""".formatted(++calls, status, answered ? operator : "null", answered ? 30 + 7 * calls : 0, begin),
                    "call");
            begin = begin.plus(BETWEEN_CALLS);
        }
    }

    private void patch(String path, String body, String reason) {
        Reply changed = client.patch(path, body, "Patchbay-Reason", reason);
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    }

    private long post(String path, String body, String reason) {
        Reply made = client.post(path, body, "Patchbay-Reason", reason);
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made.id();
    }
}
