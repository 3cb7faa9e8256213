package dev.patchbay.server.traces;

import dev.patchbay.server.metrics.Outcome;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import org.axonframework.messaging.Message;
import org.axonframework.tracing.Span;
import org.axonframework.tracing.SpanScope;

/** What a message has done on a bus: a part of the trace that its thread is in, or the first part of a trace of its own. */
final class BusSpan implements Span {

    private final Tracer tracer;
    private final String name;
    private io.opentelemetry.api.trace.Span span = io.opentelemetry.api.trace.Span.getInvalid();

    BusSpan(Tracer tracer, String name) {
        this.tracer = tracer;
        this.name = name;
    }

    /** Says the type of a message, never what is in it. */
    static BusSpan of(Tracer tracer, String what, Message<?> message) {
        return new BusSpan(tracer, what + " " + message.getPayloadType().getSimpleName());
    }

    @Override
    public Span start() {
        span = tracer.spanBuilder(name).startSpan();
        return this;
    }

    @Override
    @SuppressWarnings("MustBeClosedChecker") // Axon closes what it gets.
    public SpanScope makeCurrent() {
        return span.makeCurrent()::close;
    }

    @Override
    public void end() {
        span.end();
    }

    /** Says why in the words of the metrics; a refusal, or a wait that was too long, is no error. */
    @Override
    public Span recordException(Throwable failure) {
        String outcome = Outcome.of(failure);
        span.setAttribute("outcome", outcome);
        if (outcome.equals(Outcome.FAILED)) {
            span.setStatus(StatusCode.ERROR);
        }
        return this;
    }
}
