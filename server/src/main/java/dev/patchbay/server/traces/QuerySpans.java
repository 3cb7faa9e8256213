package dev.patchbay.server.traces;

import org.axonframework.queryhandling.DefaultQueryBusSpanFactory;
import org.axonframework.queryhandling.QueryMessage;
import org.axonframework.tracing.NoOpSpanFactory;
import org.axonframework.tracing.Span;

/** Carries the trace of a query to the process that answers. The span is an interceptor's: the bus does not tell that a query fails. */
final class QuerySpans extends DefaultQueryBusSpanFactory {

    QuerySpans() {
        super(builder().spanFactory(NoOpSpanFactory.INSTANCE));
    }

    @Override
    public Span createQueryProcessingSpan(QueryMessage<?, ?> query) {
        return CarriedTrace.by(query);
    }

    @Override
    @SuppressWarnings("unchecked") // A message with more metadata is one of the same kind.
    public <T, R, M extends QueryMessage<T, R>> M propagateContext(M query) {
        return (M) query.andMetaData(CarriedTrace.ofThisThread());
    }
}
