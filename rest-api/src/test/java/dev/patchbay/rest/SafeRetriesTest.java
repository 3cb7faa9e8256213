package dev.patchbay.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.shared.Answer;
import dev.patchbay.shared.Moment;
import dev.patchbay.shared.Refusal.Reason;
import dev.patchbay.shared.apikey.ApiKeyCommand.IssueApiKey;
import dev.patchbay.shared.apikey.ApiKeyQuery.FindApiKey;
import dev.patchbay.shared.apikey.ApiKeyView;
import dev.patchbay.shared.request.AcceptRequest;
import dev.patchbay.shared.request.AcceptedRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SafeRetriesTest extends ApiTest {

    @Test
    void take_effect_once_and_are_answered_alike() {
        HttpResponse<String> first = api.send("POST", "/operators", BOB, "Idempotency-Key", "once");
        HttpResponse<String> again = api.send("POST", "/operators", BOB, "Idempotency-Key", "once");

        assertThat(answer(again)).isEqualTo(answer(first)).startsWith("201 ");
        assertThat(header(first, "Idempotent-Replayed")).isEmpty();
        assertThat(header(again, "Idempotent-Replayed")).isEqualTo("true");
        assertThat(header(again, "Patchbay-Position")).isEqualTo(header(first, "Patchbay-Position"));
        assertThat(backend.commands()).hasSize(2).last().isInstanceOf(AcceptRequest.class);
        assertThat(backend.asked.getLast().moment().exactly()).isNotNull();
    }

    @Test
    void with_another_body_path_or_if_match_are_another_request() {
        api.send("POST", "/operators", BOB, "Idempotency-Key", "same");
        String other = "422 {\"error\":\"Idempotency-Key was used for another request\"}";

        assertThat(answer(api.send("POST", "/operators", BOB + " ", "Idempotency-Key", "same")))
                .isEqualTo(other);
        assertThat(answer(api.send("POST", "/operators?x", BOB, "Idempotency-Key", "same")))
                .isEqualTo(other);
        assertThat(answer(api.send("POST", "/operators", BOB, "Idempotency-Key", "same", "If-Match", "*")))
                .isEqualTo(other);
        assertThat(api.sendAs(Backend.SCOPED_KEY, "POST", "/operators", BOB, "Idempotency-Key", "same")
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void of_refused_requests_are_refused_in_the_same_words() {
        HttpResponse<String> first = api.send("POST", "/operators", "{}", "Idempotency-Key", "bad");
        HttpResponse<String> again = api.send("POST", "/operators", "{}", "Idempotency-Key", "bad");

        assertThat(answer(again)).isEqualTo(answer(first)).startsWith("422 ");
        assertThat(header(again, "Idempotent-Replayed")).isEqualTo("true");
        assertThat(answer(api.send("POST", "/operators", BOB, "Idempotency-Key", "bad")))
                .isEqualTo("422 {\"error\":\"Idempotency-Key was used for another request\"}");
    }

    @Test
    void of_late_requests_keep_the_tag_of_then() {
        HttpResponse<String> first = api.send(
                "PATCH", "/operators/12", "{\"name\":\"A\"}", "If-Match", "\"0-0\"", "Idempotency-Key", "late");
        backend.operator(12, "Changed");
        HttpResponse<String> again = api.send(
                "PATCH", "/operators/12", "{\"name\":\"A\"}", "If-Match", "\"0-0\"", "Idempotency-Key", "late");

        assertThat(answer(again)).isEqualTo("412 {\"error\":\"Precondition failed\"}");
        assertThat(header(again, "ETag")).isEqualTo(header(first, "ETag"));
    }

    @Test
    void are_free_again_after_what_says_nothing_about_the_request() {
        backend.refuse(Reason.UNAVAILABLE, "disk full");
        assertThat(api.send("POST", "/operators", BOB, "Idempotency-Key", "full")
                        .statusCode())
                .isEqualTo(503);
        assertThat(answer(api.send("POST", "/operators", BOB, "Idempotency-Key", "full", "Patchbay-Min-Position", "x")))
                .startsWith("400 ");
        assertThat(api.send("POST", "/operators", BOB, "Idempotency-Key", "full")
                        .statusCode())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @EnumSource(names = {"TAKEN", "IN_USE", "SUSPENDED", "UNVERIFIED"})
    void are_free_again_when_what_stood_in_the_way_is_gone(Reason reason) {
        backend.refuse(reason, "something is in the way");
        assertThat(api.send("POST", "/operators", BOB, "Idempotency-Key", "way-" + reason)
                        .statusCode())
                .isEqualTo(409);

        assertThat(api.send("POST", "/operators", BOB, "Idempotency-Key", "way-" + reason)
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void of_what_is_still_running_are_asked_to_wait() {
        AtomicReference<HttpResponse<String>> second = new AtomicReference<>();
        backend.whileDeciding = () -> second.set(api.send("POST", "/operators", BOB, "Idempotency-Key", "running"));

        assertThat(api.send("POST", "/operators", BOB, "Idempotency-Key", "running")
                        .statusCode())
                .isEqualTo(201);
        assertThat(answer(second.get()))
                .isEqualTo("409 {\"error\":\"A request with this Idempotency-Key is still running\"}");
        assertThat(header(second.get(), "Retry-After")).isEqualTo("1");
        backend.whileDeciding = () -> {};
        assertThat(header(api.send("POST", "/operators", BOB, "Idempotency-Key", "running"), "Idempotent-Replayed"))
                .isEqualTo("true");
    }

    @Test
    void that_lose_against_another_process_are_answered_like_the_winner() {
        backend.refuse(Reason.REPEATED, "accepted before");
        backend.whileDeciding = () -> {
            AcceptRequest lost =
                    (AcceptRequest) backend.lastTogether().commands().getLast();
            backend.accepted.put(lost.id(), new AcceptedRequest(lost.fingerprint(), 12, lost.now(), 40));
        };

        HttpResponse<String> response = api.send("POST", "/operators", BOB, "Idempotency-Key", "race");

        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.body()).contains("\"id\":12");
        assertThat(header(response, "Idempotent-Replayed")).isEqualTo("true");
    }

    @Test
    void are_new_requests_after_24_hours() {
        api.send("POST", "/operators", BOB, "Idempotency-Key", "old");
        backend.accepted.replaceAll((key, accepted) -> new AcceptedRequest(
                accepted.fingerprint(),
                accepted.result(),
                accepted.acceptedAt().minus(Duration.ofHours(24)),
                accepted.position()));

        assertThat(header(api.send("POST", "/operators", BOB, "Idempotency-Key", "old"), "Idempotent-Replayed"))
                .isEmpty();
    }

    @Test
    void with_a_body_too_large_to_tell_are_refused_like_any_other() {
        String huge = "x".repeat(1024 * 1024 + 1);

        assertThat(answer(api.send("PATCH", "/operators/12", huge, "Idempotency-Key", "huge")))
                .isEqualTo("413 {\"error\":\"Request body too large\"}");
        assertThat(answer(api.send("PATCH", "/operators/999", huge, "Idempotency-Key", "huge")))
                .isEqualTo("404 {\"error\":\"Resource not found\"}");
    }

    @Test
    void of_a_new_key_show_the_same_key() {
        var known = backend.answers.get(FindApiKey.class);
        backend.answering(
                FindApiKey.class,
                query -> query.apiKeyId() > 100
                        ? new Answer<>(
                                new ApiKeyView(
                                        query.apiKeyId(),
                                        1,
                                        "k",
                                        "idc_xxxx",
                                        List.of("read"),
                                        null,
                                        null,
                                        Backend.NOON),
                                0,
                                41)
                        : known.apply(query));
        try {
            String body = "{\"name\":\"k\",\"permissions\":[\"read\"],\"expires_at\":\"2027-01-01T02:00:00+02:00\"}";
            HttpResponse<String> first = api.send("POST", "/api_keys", body, "Idempotency-Key", "key");
            HttpResponse<String> again = api.send("POST", "/api_keys", body, "Idempotency-Key", "key");
            HttpResponse<String> other = api.send("POST", "/api_keys", body, "Idempotency-Key", "key 2");

            assertThat(answer(first)).startsWith("201 ").contains("\"key\":\"idc_");
            assertThat(answer(again)).isEqualTo(answer(first));
            assertThat(key(other)).isNotEqualTo(key(first));
            assertThat(api.sendAs(key(first), "GET", "/operators", null).statusCode())
                    .isEqualTo(200);
            assertThat((IssueApiKey) backend.commands().getFirst())
                    .returns(key(first).substring(0, 8), IssueApiKey::prefix)
                    .returns(java.time.Instant.parse("2027-01-01T00:00:00Z"), IssueApiKey::expiresAt);
        } finally {
            backend.answers.put(FindApiKey.class, known);
        }
    }

    @Test
    void without_a_key_are_answered_from_the_head_of_the_log() {
        api.send("POST", "/operators", BOB);

        assertThat(backend.asked.getLast().moment()).isEqualTo(Moment.head());
    }

    private static String key(HttpResponse<String> response) {
        return response.body().replaceAll(".*\"key\":\"([^\"]*)\".*", "$1");
    }
}
