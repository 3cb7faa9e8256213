package dev.patchbay.server.traces;

import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MetaData;
import org.axonframework.tracing.Span;
import org.axonframework.tracing.SpanScope;
import org.jspecify.annotations.Nullable;

/** The trace that a message from another process belongs to: what it leads to here is part of that. Not a span of its own. */
final class CarriedTrace implements Span {

    private static final TextMapPropagator FORM = W3CTraceContextPropagator.getInstance();
    private static final TextMapGetter<MetaData> GETTER = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(MetaData carrier) {
            return carrier.keySet();
        }

        @Override
        public @Nullable String get(@Nullable MetaData carrier, String key) {
            return carrier != null && carrier.get(key) instanceof String text ? text : null;
        }
    };

    private final Context context;

    private CarriedTrace(Context context) {
        this.context = context;
    }

    /** In the metadata of a message, the trace that this thread is in. */
    static Map<String, String> ofThisThread() {
        Map<String, String> metaData = new HashMap<>();
        FORM.inject(Context.current(), metaData, Map::put);
        return metaData;
    }

    static CarriedTrace by(Message<?> message) {
        return new CarriedTrace(FORM.extract(Context.current(), message.getMetaData(), GETTER));
    }

    @Override
    public Span start() {
        return this;
    }

    @Override
    @SuppressWarnings("MustBeClosedChecker") // Axon closes what it gets.
    public SpanScope makeCurrent() {
        return context.makeCurrent()::close;
    }

    @Override
    public void end() {
        // Its process ends it.
    }

    @Override
    public Span recordException(Throwable failure) {
        return this;
    }
}
