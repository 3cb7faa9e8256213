package dev.patchbay.server.axonserver;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/** Says when Axon Server does not answer: what is asked for is answered from the views then, and nothing can be decided. */
final class AxonServerHealth extends AbstractHealthIndicator {

    private static final Status DEGRADED = new Status("DEGRADED", "Axon Server does not answer");

    private final AxonServer server;

    AxonServerHealth(AxonServer server) {
        this.server = server;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        if (server.isAway()) {
            health.status(DEGRADED);
        } else {
            health.up();
        }
    }
}
