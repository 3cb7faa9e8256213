package dev.patchbay.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.shared.Answer;
import dev.patchbay.shared.agent.AgentQuery.ListAgents;
import dev.patchbay.shared.team.TeamQuery.ListTeams;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AgentAuthenticationTest extends ApiTest {

    private static final String UNAUTHORIZED =
            "{\"status\":\"error\",\"message\":\"Invalid credential\",\"data\":null,\"error_type\":\"GeneralException\"}";

    @BeforeEach
    void lists() {
        backend.answering(ListTeams.class, query -> Answer.list(List.of(), 41));
        backend.answering(ListAgents.class, query -> Answer.list(List.of(), 41));
    }

    static Stream<String> good() {
        String pair = SomeAgents.ADMIN + ":" + SomeAgents.SECRET;
        return Stream.of("Basic " + base64(pair), "basic  " + base64(pair), "token " + pair, "Token " + pair);
    }

    static Stream<String> bad() {
        String admin = SomeAgents.ADMIN + ":";
        return Stream.of(
                "",
                "Basic",
                "Basic !",
                "Basic " + base64(SomeAgents.ADMIN),
                "Basic " + base64(admin),
                "Basic " + base64(":" + SomeAgents.SECRET),
                "Basic " + base64(admin + "x".repeat(64)),
                "Basic " + base64("x".repeat(32) + ":" + SomeAgents.SECRET),
                "Basic " + base64(SomeAgents.DISABLED + ":" + SomeAgents.SECRET),
                "Basic " + base64(SomeAgents.GONE + ":" + SomeAgents.SECRET),
                "Basic " + base64(SomeAgents.REPLACED + ":" + SomeAgents.SECRET),
                "Basic " + base64(admin + SomeAgents.SECRET + "\n"),
                "token " + base64(admin + SomeAgents.SECRET),
                "token " + admin + SomeAgents.SECRET + " x",
                "Bearer " + admin + SomeAgents.SECRET,
                "Bearer " + Backend.KEY,
                "Basic " + base64(Backend.KEY + ":" + Backend.KEY));
    }

    @ParameterizedTest
    @MethodSource("good")
    void an_agent_comes_in_with_a_good_pair(String authorization) {
        HttpResponse<String> answer =
                api.exchange("GET", "/api/v1/agents", (String) null, "Authorization", authorization);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"status\":\"success\",\"data\":[]}");
        assertThat(backend.agents.lastActive(1, null)).contains(Backend.NOON);
    }

    @ParameterizedTest
    @MethodSource("bad")
    void nobody_else_does_whatever_is_asked(String authorization) {
        for (String method : List.of("GET", "POST", "PUT", "DELETE", "PATCH")) {
            for (String path : List.of("/api/v1/agents", "/api/v1/teams/1", "/api/v1/roles", "/api/v1/agents/x/y")) {
                HttpResponse<String> answer = api.exchange(method, path, (String) null, "Authorization", authorization);

                assertThat(answer.body()).isEqualTo(UNAUTHORIZED);
                assertThat(answer.statusCode()).isEqualTo(401);
                assertThat(answer.headers().firstValue("WWW-Authenticate"))
                        .hasValueSatisfying(how -> assertThat(how).startsWith("Basic "));
            }
        }
    }

    @Test
    void keys_of_agents_open_nothing_else() {
        String pair = SomeAgents.ADMIN + ":" + SomeAgents.SECRET;
        for (String authorization : List.of("Basic " + base64(pair), "Bearer " + pair, "token " + pair)) {
            assertThat(api.exchange("GET", "/api/v1/public/operators", (String) null, "Authorization", authorization)
                            .body())
                    .isEqualTo("{\"error\":\"Invalid API key\"}");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET, agents",
        "POST, agents",
        "GET, agents/1",
        "PUT, agents/1",
        "PATCH, agents/1",
        "DELETE, agents/1",
        "POST, agents/1/api-key",
        "DELETE, agents/1/api-key",
        "GET, teams",
        "POST, teams",
        "GET, teams/1",
        "PUT, teams/1",
        "PATCH, teams/1",
        "DELETE, teams/1",
        "POST, roles",
        "GET, roles/1",
        "PUT, roles/1",
        "PATCH, roles/1",
        "DELETE, roles/1",
        "GET, activity-logs"
    })
    void an_agent_without_the_permission_is_told_so(String method, String path) {
        HttpResponse<String> answer = asClerk(method, path);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body())
                .isEqualTo("{\"status\":\"error\",\"message\":\"Permission denied\",\"data\":null,"
                        + "\"error_type\":\"PermissionException\"}");
    }

    @Test
    void any_agent_may_choose_among_agents_and_teams() {
        assertThat(asClerk("GET", "agents/compact").statusCode()).isEqualTo(200);
        assertThat(asClerk("GET", "teams/compact").statusCode()).isEqualTo(200);
    }

    @Test
    void what_is_not_served_is_said_in_the_same_shape() {
        assertThat(asClerk("GET", "agents/1/2/3").body())
                .isEqualTo("{\"status\":\"error\",\"message\":\"Route not found\",\"data\":null,"
                        + "\"error_type\":\"GeneralException\"}");
        assertThat(api.exchange("GET", "/api/v1/nothing", (String) null).body()).contains("Route not found");
        HttpResponse<String> answer = asClerk("DELETE", "agents");
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.body())
                .isEqualTo("{\"status\":\"error\",\"message\":\"Request method not allowed\",\"data\":null,"
                        + "\"error_type\":\"GeneralException\"}");
        assertThat(answer.headers().firstValue("Allow")).hasValue("GET, HEAD, OPTIONS, POST");
    }

    private HttpResponse<String> asClerk(String method, String path) {
        return api.exchange(
                method,
                "/api/v1/" + path,
                (String) null,
                "Authorization",
                "token " + SomeAgents.CLERK + ":" + SomeAgents.SECRET);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
