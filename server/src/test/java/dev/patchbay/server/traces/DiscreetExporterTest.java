package dev.patchbay.server.traces;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.server.LogRecorder;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.io.IOException;
import java.net.ConnectException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class DiscreetExporterTest {

    private final List<SpanData> left = new ArrayList<>();

    @Test
    void lets_out_what_failed_but_not_what_was_said_of_it() {
        exportSpans(tracer -> {
            Span span = tracer.spanBuilder("http get /people").startSpan();
            span.setAttribute("method", "GET").setAttribute("http.url", "/people/jane@example.com");
            span.recordException(new IllegalStateException("jane@example.com"));
            span.setStatus(StatusCode.ERROR, "jane@example.com");
            span.end();
        });

        assertThat(left).singleElement().satisfies(span -> {
            assertThat(span.getName()).isEqualTo("http get /people");
            assertThat(span.getAttributes().asMap()).isEqualTo(Map.of(AttributeKey.stringKey("method"), "GET"));
            assertThat(span.getEvents()).isEmpty();
            assertThat(span.getStatus()).isEqualTo(StatusData.create(StatusCode.ERROR, ""));
        });
    }

    @Test
    void lets_out_no_text_that_a_caller_chose() {
        SpanContext caller = SpanContext.createFromRemoteParent(
                "4bf92f3577b34da6a3ce929d0e0e4736",
                "00f067aa0ba902b7",
                TraceFlags.getSampled(),
                TraceState.builder().put("caller", "jane").build());
        exportSpans(tracer -> {
            tracer.spanBuilder("http jane /people")
                    .setParent(Context.root().with(Span.wrap(caller)))
                    .addLink(caller)
                    .startSpan()
                    .end();
            tracer.spanBuilder("http jane").startSpan().end();
            tracer.spanBuilder("http delete").startSpan().end();
            tracer.spanBuilder("query FindOperator").startSpan().end();
        });

        assertThat(left)
                .extracting(SpanData::getName)
                .containsExactly("http unknown /people", "http unknown", "http delete", "query FindOperator");
        SpanData span = left.getFirst();
        assertThat(span.getTraceId()).isEqualTo(caller.getTraceId());
        assertThat(span.getParentSpanId()).isEqualTo(caller.getSpanId());
        assertThat(span.getParentSpanContext().isRemote()).isTrue();
        assertThat(span.getSpanContext().isSampled()).isTrue();
        assertThat(span.getSpanContext().getTraceState()).isEqualTo(TraceState.getDefault());
        assertThat(span.getParentSpanContext().getTraceState()).isEqualTo(TraceState.getDefault());
        assertThat(span.getLinks()).isEmpty();
        assertThat(span.getTotalRecordedLinks()).isZero();
    }

    @Test
    void says_once_that_nothing_can_be_sent_and_once_that_it_can_again() {
        Deque<Boolean> comesThrough = new ArrayDeque<>(List.of(true, false, false, true, true));
        DiscreetExporter exporter = new DiscreetExporter(new Exported(left, comesThrough));

        try (LogRecorder log = LogRecorder.of(DiscreetExporter.class)) {
            while (!comesThrough.isEmpty()) {
                exporter.export(List.of());
            }

            assertThat(log.lines())
                    .containsExactly(
                            "traces are lost until they can be sent: java.net.ConnectException: away",
                            "traces are sent again");
        }
    }

    private void exportSpans(Consumer<Tracer> make) {
        Exported exported = new Exported(left, new ArrayDeque<>(Collections.nCopies(4, true)));
        try (SdkTracerProvider tracers = SdkTracerProvider.builder()
                .addSpanProcessor(SimpleSpanProcessor.create(new DiscreetExporter(exported)))
                .build()) {
            make.accept(tracers.get("test"));
        }
    }

    /** Test double of an exporter: keeps what would be sent, and says whether it was, as it is told. */
    private record Exported(List<SpanData> spans, Deque<Boolean> comesThrough) implements SpanExporter {

        @Override
        public CompletableResultCode export(Collection<SpanData> more) {
            spans.addAll(more);
            return comesThrough.poll()
                    ? CompletableResultCode.ofSuccess()
                    : CompletableResultCode.ofExceptionalFailure(new IllegalStateException(
                            "not sent", new ConnectException("away").initCause(new IOException("closed"))));
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }
}
