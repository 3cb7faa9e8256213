package dev.patchbay.server.traces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.patchbay.server.Client;
import dev.patchbay.server.LogRecorder;
import dev.patchbay.server.RunningServer;
import io.micrometer.tracing.Tracer;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;

/** What somebody sees who collects the traces of a server, and who reads its log. */
class TracesIT {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String OUTER_SPAN = "00f067aa0ba902b7";
    private static final String[] TRACED = {"traceparent", "00-" + TRACE + "-" + OUTER_SPAN + "-01"};
    private static final String JANE = """
            {"name": "Jane Doe", "phone_number": "+15551234567", "email": "jane.doe@example.com"}""";

    private static final String LINE = """
            {"phone_number": "(555) 867-5309", "name": "Sales line"}""";

    @TempDir
    Path data;

    @Test
    void a_request_is_part_of_the_callers_trace_with_its_commands_and_queries() throws IOException {
        try (Collector collector = new Collector()) {
            try (RunningServer server = RunningServer.on(data, collector.settings())) {
                assertThat(server.client().post("operators", JANE, TRACED).status())
                        .isEqualTo(201);
            }

            String request = "http post /api/v1/public/operators";
            assertThat(collector.paths(TRACE))
                    .containsExactlyInAnyOrder(
                            request,
                            request + " > query FindApiKey",
                            request + " > command AllocateId",
                            request + " > command Together",
                            request + " > command Together > command CreateOperator",
                            request + " > query FindOperator");
            Span whole = collector.span(TRACE, request);
            assertThat(HexFormat.of().formatHex(whole.getParentSpanId().toByteArray()))
                    .isEqualTo(OUTER_SPAN);
            assertThat(Collector.attributes(whole))
                    .containsEntry("method", "POST")
                    .containsEntry("uri", "/api/v1/public/operators")
                    .containsEntry("status", "201");
        }
    }

    @Test
    void a_command_says_why_it_was_refused() throws IOException {
        try (Collector collector = new Collector()) {
            try (RunningServer server = RunningServer.on(data, collector.settings())) {
                Client client = server.client();
                assertThat(client.post("virtual_numbers/purchase", LINE).status())
                        .isEqualTo(201);
                assertThat(client.post("virtual_numbers/purchase", LINE, TRACED).status())
                        .isEqualTo(422);
            }

            Span refused = collector.span(TRACE, "command ClaimPhoneNumber");
            assertThat(Collector.attributes(refused)).isEqualTo(Map.of("outcome", "invalid"));
            assertThat(refused.getStatus().getCode()).isEqualTo(Status.StatusCode.STATUS_CODE_UNSET);
        }
    }

    @Test
    void nothing_of_people_leaves_with_the_traces() throws IOException {
        try (Collector collector = new Collector()) {
            try (RunningServer server = RunningServer.on(data, collector.settings())) {
                Client client = server.client();
                client.post("operators", JANE, TRACED);
                client.get("operators?email=jane.doe@example.com", TRACED);
                client.get("nobody/+15551234567", TRACED);
            }

            assertThat(collector.paths(TRACE)).anyMatch(path -> path.startsWith("http get /api/v1/public/operators"));
            assertThat(collector.everything())
                    .doesNotContain(
                            "Jane", "jane", "15551234567", "127.0.0.1", RunningServer.FIRST_KEY, "Java-http-client");
        }
    }

    @Test
    void without_a_collector_there_is_nothing_that_could_send() {
        try (RunningServer server = RunningServer.on(data)) {
            assertThat(server.client().post("operators", JANE, TRACED).status()).isEqualTo(201);

            for (Class<?> part : List.of(OpenTelemetry.class, Tracer.class, SpanExporter.class)) {
                assertThatExceptionOfType(NoSuchBeanDefinitionException.class).isThrownBy(() -> server.part(part));
            }
        }
    }

    @Test
    void the_log_has_the_ids_of_the_request_its_events_and_its_trace() throws IOException {
        try (Collector collector = new Collector();
                RunningServer server = RunningServer.on(data, collector.settings());
                LogRecorder log = LogRecorder.of(SimpleCommandBus.class)) {
            server.client().post("operators", JANE, "X-Request-Id", "jane-1", TRACED[0], TRACED[1]);

            Map<String, String> decided = log.idsOf("CreateOperator");
            assertThat(decided).containsEntry("request_id", "jane-1").containsEntry("trace_id", TRACE);
            assertThat(decided.get("span_id")).matches("[0-9a-f]{16}").isNotEqualTo(OUTER_SPAN);
            assertThat(server.client()
                            .get("audit_events?request_id=jane-1")
                            .data()
                            .valueStream())
                    .isNotEmpty()
                    .allSatisfy(event -> assertThat(event.get("correlation_id").asString())
                            .isEqualTo(decided.get("correlation_id")));
        }
    }
}
