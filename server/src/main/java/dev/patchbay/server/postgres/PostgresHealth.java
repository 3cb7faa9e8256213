package dev.patchbay.server.postgres;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/** Says when the database does not answer: what is asked for is answered from the views then, and nothing can be decided. */
final class PostgresHealth extends AbstractHealthIndicator {

    private static final Status DEGRADED = new Status("DEGRADED", "the database does not answer");

    private final Notices notices;

    PostgresHealth(Notices notices) {
        this.notices = notices;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        if (notices.areMissing()) {
            health.status(DEGRADED);
        } else {
            health.up().withDetail("on_duty", notices.isMine());
        }
    }
}
