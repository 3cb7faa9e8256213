package dev.patchbay.shared.routing;

import java.time.Instant;

/** The event that made something so: where and when it was recorded, and who asked for it. */
public record Because(long position, String type, Instant recordedAt, Actor actor) {

    /**
     * Who asked.
     *
     * @param kind {@code api_key}, {@code carrier} or {@code system}
     * @param id the number of the key; 0 for the others
     */
    public record Actor(String kind, long id) {}
}
