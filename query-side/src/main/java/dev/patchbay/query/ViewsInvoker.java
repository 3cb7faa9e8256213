package dev.patchbay.query;

import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Brings a processor's batches to the views, and tells the progress of the views after every commit. */
public final class ViewsInvoker implements EventHandlerInvoker {

    private final DeadLetters letters;
    private final Progress progress;

    public ViewsInvoker(DeadLetters letters, Progress progress) {
        this.letters = letters;
        this.progress = progress;
    }

    @Override
    public boolean canHandle(EventMessage<?> event, Segment segment) {
        return true;
    }

    @Override
    public void handle(EventMessage<?> event, Segment segment) {
        letters.handle(event);
        UnitOfWork<?> batch = CurrentUnitOfWork.get();
        if (!(batch instanceof BatchingUnitOfWork<?> several) || several.isLastMessage()) {
            long position = Recorded.of(event).position();
            batch.afterCommit(committed -> progress.reach(position));
        }
    }
}
