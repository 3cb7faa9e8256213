package dev.patchbay.server.snapshot;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When snapshots are taken.
 *
 * @param afterEvents how many events a decision reads of an aggregate before the next one need not
 */
@ConfigurationProperties("patchbay.snapshots")
record SnapshotSettings(@DefaultValue("50") int afterEvents) {

    SnapshotSettings {
        if (afterEvents < 1) {
            throw new IllegalArgumentException(
                    "patchbay.snapshots.after-events (PATCHBAY_SNAPSHOTS_AFTER_EVENTS) must be at least 1");
        }
    }
}
