package dev.patchbay.server.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.rest.caller.ForAgents;
import dev.patchbay.rest.caller.Requires;
import dev.patchbay.server.RunningServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DocumentIT {
    private static final ContractDocument DOCUMENT = ContractDocument.approved();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern REFERENCE = Pattern.compile("(?:src|href)=\"([^\"]+)\"");

    private static RunningServer server;

    @BeforeAll
    static void start(@TempDir Path data) {
        server = RunningServer.on(data);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void is_served_as_it_was_approved() throws Exception {
        HttpResponse<String> answer = get("/openapi.json");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        // Both through JSON, so that numbers are of the same types.
        assertThat(JSON.readTree(answer.body())).isEqualTo(JSON.readTree(JSON.writeValueAsString(DOCUMENT.root())));
    }

    @Test
    void describes_every_route_and_no_other() {
        assertThat(routes().keySet())
                .isEqualTo(DOCUMENT.operations().stream().map(Operation::shape).collect(Collectors.toSet()));
    }

    @Test
    void describes_every_webhook_and_no_other() {
        assertThat(DOCUMENT.webhooks())
                .extracting(webhook -> webhook.method() + " " + webhook.template())
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(webhooks());
    }

    @Test
    void names_the_permission_that_every_operation_requires() {
        assertThat(documented(operation -> operation.node().path("x-permission").asString("none")))
                .isEqualTo(implemented(DocumentIT::permission));
    }

    @Test
    void says_which_operations_require_an_account_wide_key() {
        assertThat(documented(
                        operation -> operation.node().path("x-account-wide").asBoolean(false)))
                .isEqualTo(implemented(handler -> Optional.ofNullable(handler.getMethodAnnotation(Requires.class))
                        .filter(required -> !required.accountWide().isEmpty())
                        .isPresent()));
    }

    @Test
    void gives_every_operation_a_name_of_its_own() {
        assertThat(DOCUMENT.operations())
                .extracting(Operation::id)
                .doesNotHaveDuplicates()
                .doesNotContain("");
    }

    @Test
    void allows_every_example_of_a_request() {
        assertThat(DOCUMENT.operations())
                .filteredOn(operation -> operation.body().isPresent())
                .allSatisfy(operation -> assertThat(operation.examples())
                        .isNotEmpty()
                        .allSatisfy(example -> assertThat(DOCUMENT.complaintsAboutRequest(operation, example))
                                .isEmpty()));
    }

    @Test
    void allows_every_line_of_an_example_of_a_request() {
        assertThat(DOCUMENT.operations())
                .filteredOn(operation -> operation.line().isPresent())
                .isNotEmpty()
                .allSatisfy(operation -> assertThat(operation.lines())
                        .isNotEmpty()
                        .allSatisfy(line -> assertThat(DOCUMENT.complaintsAboutLine(operation, JSON.readTree(line)))
                                .isEmpty()));
    }

    @Test
    void allows_every_example_of_an_answer() {
        assertThat(DOCUMENT.complaintsAboutExamples()).isEmpty();
    }

    @Test
    void can_be_browsed_without_any_other_host() throws Exception {
        HttpResponse<String> page = get("/docs");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none';")
                .doesNotContain("http", "*");
        assertThat(page.body()).doesNotContain("//");
        TreeSet<String> assets = REFERENCE
                .matcher(page.body())
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(assets).hasSizeGreaterThanOrEqualTo(3).allSatisfy(asset -> {
            HttpResponse<String> answer = get(asset);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isNotBlank();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"})
    void is_up(String path) throws Exception {
        HttpResponse<String> answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode health = JSON.readTree(answer.body());
        assertThat(health.path("status").asString()).isEqualTo("UP");
    }

    private static <T> Map<String, T> documented(Function<Operation, T> says) {
        return DOCUMENT.operations().stream().collect(Collectors.toMap(Operation::shape, says));
    }

    private static <T> Map<String, T> implemented(Function<HandlerMethod, T> says) {
        return routes().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, route -> says.apply(route.getValue())));
    }

    private static String permission(HandlerMethod handler) {
        ForAgents allowed = handler.getMethodAnnotation(ForAgents.class);
        if (allowed == null) {
            return handler.getMethodAnnotation(Requires.class).value().word();
        }
        return allowed.value().length == 0 ? "any" : allowed.value()[0].word();
    }

    private static List<String> webhooks() {
        return server
                .part("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .stream()
                .flatMap(info -> info.getPatternValues().stream()
                        .filter(pattern -> pattern.startsWith(ContractDocument.WEBHOOKS))
                        .flatMap(pattern -> info.getMethodsCondition().getMethods().stream()
                                .map(method -> method.name() + " " + pattern)))
                .toList();
    }

    /** Every handler below the base paths, by method and path. */
    private static Map<String, HandlerMethod> routes() {
        Map<String, HandlerMethod> routes = new TreeMap<>();
        server.part("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((info, handler) -> {
                    for (String pattern : info.getPatternValues()) {
                        if (pattern.startsWith(ContractDocument.AGENTS_BASE + "/")
                                || pattern.startsWith(ContractDocument.IDENTITIES_BASE + "/")) {
                            String path = Operation.shape(pattern);
                            assertThat(info.getMethodsCondition().getMethods()).isNotEmpty();
                            info.getMethodsCondition()
                                    .getMethods()
                                    .forEach(method -> routes.put(method.name() + " " + path, handler));
                        }
                    }
                });
        return routes;
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        URI address = server.root().resolve(path);
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
        }
    }
}
