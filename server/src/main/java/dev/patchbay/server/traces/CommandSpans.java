package dev.patchbay.server.traces;

import io.opentelemetry.api.trace.Tracer;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.DefaultCommandBusSpanFactory;
import org.axonframework.tracing.NoOpSpanFactory;
import org.axonframework.tracing.Span;

/**
 * One span for each command, in the process that decides, until what it decided is durable or it is refused; those that it leads to
 * lie within.
 */
final class CommandSpans extends DefaultCommandBusSpanFactory {

    private final Tracer tracer;

    CommandSpans(Tracer tracer) {
        super(builder().spanFactory(NoOpSpanFactory.INSTANCE));
        this.tracer = tracer;
    }

    @Override
    public Span createDispatchCommandSpan(CommandMessage<?> command, boolean distributed) {
        return distributed ? super.createDispatchCommandSpan(command, true) : BusSpan.of(tracer, "command", command);
    }

    @Override
    public Span createHandleCommandSpan(CommandMessage<?> command, boolean distributed) {
        return distributed ? CarriedTrace.by(command) : super.createHandleCommandSpan(command, false);
    }

    @Override
    public <T> CommandMessage<T> propagateContext(CommandMessage<T> command) {
        return command.andMetaData(CarriedTrace.ofThisThread());
    }
}
