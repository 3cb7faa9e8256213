package dev.patchbay.query;

import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Brings a processor's batches to the projections, and tells the progress of the views after every commit. */
public final class ViewsInvoker implements EventHandlerInvoker {

    private final Projections projections;
    private final Progress progress;

    public ViewsInvoker(Projections projections, Progress progress) {
        this.projections = projections;
        this.progress = progress;
    }

    @Override
    public boolean canHandle(EventMessage<?> event, Segment segment) {
        return true;
    }

    @Override
    public void handle(EventMessage<?> event, Segment segment) throws Exception {
        projections.handle(event);
        UnitOfWork<?> batch = CurrentUnitOfWork.get();
        if (!(batch instanceof BatchingUnitOfWork<?> several) || several.isLastMessage()) {
            long position =
                    ((TrackedEventMessage<?>) event).trackingToken().position().orElseThrow();
            batch.afterCommit(committed -> progress.reach(position));
        }
    }
}
