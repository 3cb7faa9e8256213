package dev.patchbay.server.replay;

import dev.patchbay.query.Projections;
import dev.patchbay.rest.bus.Questions;
import dev.patchbay.server.ConditionalOnRole;
import dev.patchbay.server.ServerSettings.Role;
import dev.patchbay.shared.Listing;
import dev.patchbay.shared.Moment;
import dev.patchbay.shared.Page;
import dev.patchbay.shared.projection.DeadLetterView;
import dev.patchbay.shared.projection.ProjectionQuery.ListDeadLetters;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** Says when events are parked: everything is answered, but not everything that is answered is whole. */
@Component("projections")
@ConditionalOnRole(Role.QUERY)
class DeadLetterHealth extends AbstractHealthIndicator {
    private static final Status DEGRADED = new Status("DEGRADED", "a projection has dead letters");

    private final Questions questions;

    DeadLetterHealth(Questions questions) {
        this.questions = questions;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        Listing<DeadLetterView> letters = questions
                .ask(new ListDeadLetters(Projections.GROUP, new Page(1, 1), Moment.latest()))
                .found()
                .orElseThrow();
        health.up();
        if (letters.total() > 0) {
            health.status(DEGRADED).withDetail("dead_letters", letters.total());
        }
    }
}
