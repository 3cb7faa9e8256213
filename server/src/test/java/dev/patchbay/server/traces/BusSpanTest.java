package dev.patchbay.server.traces;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.shared.Behind;
import dev.patchbay.shared.Unanswerable;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BusSpanTest {

    private static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("outcome");

    @Test
    void is_an_error_only_of_what_failed() {
        assertThat(status("failed", new IllegalStateException())).isEqualTo(StatusCode.ERROR);
        assertThat(status("invalid", new Unanswerable("no such order"))).isEqualTo(StatusCode.UNSET);
        assertThat(status("behind", new Behind(8, 7))).isEqualTo(StatusCode.UNSET);
    }

    private static StatusCode status(String outcome, Exception failure) {
        Ended ended = new Ended(new ArrayList<>());
        try (SdkTracerProvider tracers =
                SdkTracerProvider.builder().addSpanProcessor(ended).build()) {
            new BusSpan(tracers.get("test"), "query FindOperator")
                    .start()
                    .recordException(failure)
                    .end();
        }
        SpanData span = ended.spans().getFirst();
        assertThat(span.getAttributes().asMap()).isEqualTo(Map.of(OUTCOME, outcome));
        return span.getStatus().getStatusCode();
    }

    /** Test double of what processes spans: only remembers them. */
    private record Ended(List<SpanData> spans) implements SpanProcessor {

        @Override
        public void onStart(Context parent, ReadWriteSpan span) {}

        @Override
        public boolean isStartRequired() {
            return false;
        }

        @Override
        public void onEnd(ReadableSpan span) {
            spans.add(span.toSpanData());
        }

        @Override
        public boolean isEndRequired() {
            return true;
        }
    }
}
