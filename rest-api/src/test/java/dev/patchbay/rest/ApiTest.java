package dev.patchbay.rest;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** A test against one running API; what the backend was asked is forgotten before each test. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ApiTest {
    static final String BOB = "{\"name\":\"Bob\",\"phone_number\":\"+15555550113\"}";

    RunningApi api;
    Backend backend;

    Map<String, Object> settings() {
        return Map.of();
    }

    @BeforeAll
    void start() {
        api = RunningApi.start(settings());
        backend = api.backend;
    }

    @AfterAll
    void stop() {
        api.close();
    }

    @BeforeEach
    void forget() {
        backend.forget();
    }

    static String answer(HttpResponse<String> response) {
        return response.statusCode() + " " + response.body();
    }

    static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
