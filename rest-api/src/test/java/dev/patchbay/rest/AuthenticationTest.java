package dev.patchbay.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.shared.Behind;
import dev.patchbay.shared.apikey.ApiKeyQuery.FindApiKey;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticationTest extends ApiTest {
    private static final String INVALID = "401 {\"error\":\"Invalid API key\"}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer idc_unknownunknownunknownunknownunkno",
                "Bearer " + "idc_short",
                "Bearer",
                "Basic aWRjXzox",
                "idc_kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk",
                "Bearer idc_kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk",
                "Bearer idc_kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk'"
            })
    void turns_away_who_has_no_good_key(String authorization) {
        HttpResponse<String> response =
                api.exchange("GET", "/api/v1/public/operators", (String) null, "Authorization", authorization);

        assertThat(answer(response)).isEqualTo(INVALID);
        assertThat(header(response, "WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(header(response, "X-Request-Id")).isNotEmpty();
    }

    @Test
    void turns_away_who_has_no_key_even_from_paths_that_do_not_exist() {
        assertThat(answer(api.exchange("GET", "/api/v1/public/nothing", (String) null)))
                .isEqualTo(INVALID);
        assertThat(answer(api.exchange("GET", "/api/v1/public", (String) null))).isEqualTo(INVALID);
        assertThat(answer(api.exchange("OPTIONS", "/api/v1/public/operators", (String) null)))
                .isEqualTo(INVALID);
    }

    @Test
    void turns_away_expired_and_revoked_keys() {
        assertThat(answer(api.sendAs(Backend.EXPIRED_KEY, "GET", "/operators", null)))
                .isEqualTo(INVALID);
        assertThat(answer(api.sendAs(Backend.REVOKED_KEY, "GET", "/operators", null)))
                .isEqualTo(INVALID);
    }

    @Test
    void asks_again_at_the_head_of_the_log_before_it_turns_a_stored_key_away() {
        api.sendAs(Backend.REVOKED_KEY, "GET", "/operators", null);

        assertThat(backend.asked)
                .extracting(query -> query.moment().atLeast())
                .containsExactly(0L, dev.patchbay.shared.Moment.HEAD);
    }

    @Test
    void takes_the_scheme_in_any_case() {
        assertThat(api.exchange(
                                "GET",
                                "/api/v1/public/operators",
                                (String) null,
                                "Authorization",
                                "bEARER " + Backend.KEY)
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /operators, Read",
        "GET, /operators/x, Read",
        "GET, /virtual_numbers/999, Read",
        "GET, /virtual_numbers/available, Read",
        "GET, /projects, Read",
        "GET, /api_keys, Read"
    })
    void asks_for_the_permission_to_read(String method, String path, String permission) {
        assertThat(answer(api.sendAs(Backend.WRITING_KEY, method, path, null)))
                .isEqualTo("403 {\"error\":\"" + permission + " permission required\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /operators, Write",
        "PATCH, /operators/999, Write",
        "DELETE, /operators/x, Write",
        "PATCH, /virtual_numbers/7, Write",
        "POST, /virtual_numbers/7/add_operator, Write",
        "POST, /virtual_numbers/7/operators, Write",
        "PUT, /virtual_numbers/7/operators, Write",
        "DELETE, /virtual_numbers/7/remove_operator, Write",
        "DELETE, /virtual_numbers/7/operators/12, Write",
        "POST, /virtual_numbers/purchase, Write",
        "POST, /virtual_numbers, Write",
        "DELETE, /virtual_numbers/7, Delete",
        "POST, /projects, Write",
        "PATCH, /projects/5, Write",
        "DELETE, /projects/5, Delete",
        "POST, /projects/5/operators, Write",
        "DELETE, /projects/5/operators/12, Write",
        "POST, /projects/5/virtual_numbers, Write",
        "DELETE, /projects/5/virtual_numbers/7, Write",
        "POST, /api_keys, Write",
        "DELETE, /api_keys/1, Delete",
        "GET, /accounts, Admin",
        "POST, /accounts, Admin"
    })
    void asks_for_the_permission_to_do_more(String method, String path, String permission) {
        assertThat(answer(api.sendAs(Backend.READING_KEY, method, path, null)))
                .isEqualTo("403 {\"error\":\"" + permission + " permission required\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /projects, Project-scoped API keys cannot create or destroy projects",
        "DELETE, /projects/5, Project-scoped API keys cannot create or destroy projects",
        "POST, /projects/5/operators, Account-wide API key required",
        "DELETE, /projects/5/operators/12, Account-wide API key required",
        "POST, /projects/5/virtual_numbers, Account-wide API key required",
        "DELETE, /projects/5/virtual_numbers/7, Account-wide API key required",
        "GET, /api_keys, Account-wide API key required",
        "GET, /api_keys/x, Account-wide API key required",
        "POST, /api_keys, Account-wide API key required",
        "DELETE, /api_keys/1, Account-wide API key required",
        "GET, /accounts, Account-wide API key required",
        "POST, /accounts, Account-wide API key required"
    })
    void keeps_project_scoped_keys_inside_their_project(String method, String path, String message) {
        assertThat(answer(api.sendAs(Backend.SCOPED_KEY, method, path, null)))
                .isEqualTo("403 {\"error\":\"" + message + "\"}");
    }

    @Test
    void says_so_when_the_views_are_not_there_yet() {
        var known = backend.answers.get(FindApiKey.class);
        backend.answering(FindApiKey.class, query -> {
            throw new Behind(42, 40);
        });
        try {
            HttpResponse<String> response = api.send("GET", "/operators", null);

            assertThat(answer(response)).isEqualTo("503 {\"error\":\"Not yet at position 42\"}");
            assertThat(header(response, "Retry-After")).isEqualTo("1");
        } finally {
            backend.answers.put(FindApiKey.class, known);
        }
    }
}
