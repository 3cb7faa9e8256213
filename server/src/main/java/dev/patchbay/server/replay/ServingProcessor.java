package dev.patchbay.server.replay;

import dev.patchbay.query.Projections;
import dev.patchbay.server.ConditionalOnRole;
import dev.patchbay.server.ServerSettings.Role;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.springframework.stereotype.Component;

/** What feeds the views that serve. */
@Component
@ConditionalOnRole(Role.QUERY)
class ServingProcessor {
    private static final int SECONDS_TO_STAND = 30;

    private final EventProcessingConfiguration processors;

    ServingProcessor(EventProcessingConfiguration processors) {
        this.processors = processors;
    }

    /** Does something while nothing is written into the views that serve; they go on in any case. */
    void pauseFor(Runnable work) {
        StreamingEventProcessor processor = processors
                .eventProcessor(Projections.GROUP, StreamingEventProcessor.class)
                .orElseThrow();
        CompletableFuture<Void> standing = processor.shutdownAsync();
        try {
            standing.copy().orTimeout(SECONDS_TO_STAND, TimeUnit.SECONDS).join();
            work.run();
        } finally {
            // What is still being written is written before it goes on.
            if (standing.isDone()) {
                processor.start();
            } else {
                CompletableFuture<Void> unused = standing.thenRun(processor::start);
            }
        }
    }
}
