package dev.patchbay.query;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.ConcludesBatch;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.stereotype.Component;

/** Tells the progress of the views after every commit, whatever the events were. */
@Component
@ProcessingGroup("views")
final class CommittedBatch {

    private final Progress progress;

    CommittedBatch(Progress progress) {
        this.progress = progress;
    }

    @EventHandler
    void on(Object event, Recorded recorded, @ConcludesBatch boolean last, UnitOfWork<?> batch) {
        if (last) {
            batch.afterCommit(committed -> progress.reach(recorded.position()));
        }
    }
}
