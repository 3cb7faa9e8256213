package dev.patchbay.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class ReferenceTest extends ApiTest {

    @Test
    void begins_at_the_root() {
        HttpResponse<String> response = api.exchange("GET", "/", (String) null);

        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(header(response, "Location")).isEqualTo("/docs");
    }

    @Test
    void is_a_page_that_needs_nobody_else() {
        HttpResponse<String> page = api.exchange("GET", "/docs", (String) null);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(header(page, "Content-Type")).isEqualTo("text/html;charset=utf-8");
        assertThat(header(page, "Content-Security-Policy")).startsWith("default-src 'none'");
        assertThat(page.body()).doesNotContain("://");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/docs/assets/reference.js",
                "/docs/swagger-ui/swagger-ui.css",
                "/docs/swagger-ui/swagger-ui-bundle.js",
                "/docs/swagger-ui/favicon-32x32.png"
            })
    void brings_what_it_is_made_of(String path) {
        assertThat(api.exchange("GET", path, (String) null).statusCode()).isEqualTo(200);
    }

    @Test
    void is_made_from_the_approved_document() {
        HttpResponse<String> document = api.exchange("GET", "/openapi.json", (String) null, "Accept", "text/html");

        assertThat(document.statusCode()).isEqualTo(200);
        assertThat(header(document, "Content-Type")).isEqualTo("application/json");
        assertThat(JsonMapper.shared().readTree(document.body()).path("openapi").stringValue())
                .startsWith("3.1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/x",
                "/error",
                "/docs/",
                "/docs/swagger-ui/x",
                "/docs/assets/%2e%2e/reference.html",
                "/favicon.ico"
            })
    void is_not_to_be_found_elsewhere(String path) {
        assertThat(answer(api.exchange("GET", path, (String) null))).isEqualTo("404 {\"error\":\"Not found\"}");
    }

    @Test
    void leaves_health_to_anybody_who_asks() {
        assertThat(api.exchange("GET", "/actuator/health", (String) null).statusCode())
                .isEqualTo(200);
    }
}
