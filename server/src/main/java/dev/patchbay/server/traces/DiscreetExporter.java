package dev.patchbay.server.traces;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.io.IOException;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The only way out for spans, whoever made them. */
final class DiscreetExporter implements SpanExporter {

    private static final Logger LOG = LoggerFactory.getLogger(DiscreetExporter.class);

    private final SpanExporter exporter;
    private final AtomicBoolean failing = new AtomicBoolean();

    DiscreetExporter(SpanExporter exporter) {
        this.exporter = exporter;
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        CompletableResultCode result =
                exporter.export(spans.stream().<SpanData>map(DiscreetSpan::new).toList());
        return result.whenComplete(() -> tell(result));
    }

    @Override
    public CompletableResultCode flush() {
        return exporter.flush();
    }

    @Override
    public CompletableResultCode shutdown() {
        return exporter.shutdown();
    }

    /** Only what is new. */
    private void tell(CompletableResultCode result) {
        boolean failed = !result.isSuccess();
        if (failing.getAndSet(failed) == failed) {
            return;
        }
        if (failed) {
            LOG.warn("traces are lost until they can be sent: {}", cause(result.getFailureThrowable()));
        } else {
            LOG.info("traces are sent again");
        }
    }

    private static String cause(@Nullable Throwable failure) {
        return failure == null || failure.getCause() == null || failure instanceof IOException
                ? String.valueOf(failure)
                : cause(failure.getCause());
    }
}
