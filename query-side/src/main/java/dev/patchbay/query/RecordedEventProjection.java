package dev.patchbay.query;

import dev.patchbay.shared.Provenance;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.MetaData;
import org.springframework.stereotype.Component;

/** Keeps of every event, whatever it is, when it was recorded and who asked for it, so that any position can be explained. */
@Component
@ProcessingGroup("views")
final class RecordedEventProjection {

    private static final String INSERT =
            "insert into recorded_event (position, type, recorded_at, actor_kind, actor_id) values (?, ?, ?, ?, ?)";

    private final Views views;

    RecordedEventProjection(Views views) {
        this.views = views;
    }

    @EventHandler
    void on(Object event, Recorded recorded, MetaData metaData) {
        Provenance provenance = Provenance.from(metaData).orElseThrow();
        views.write(
                INSERT,
                recorded.position(),
                event.getClass().getSimpleName(),
                recorded.at().toString(),
                provenance.actorKind(),
                provenance.actorId());
    }
}
