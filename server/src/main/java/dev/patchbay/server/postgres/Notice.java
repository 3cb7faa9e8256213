package dev.patchbay.server.postgres;

import dev.patchbay.server.log.PlacedEvent;

/** What processes tell each other at a commit: which event is the last now. */
public record Notice(long position, String eventId) {

    public static Notice of(PlacedEvent last) {
        return new Notice(last.position(), last.event().eventId());
    }

    static Notice parse(String text) {
        int blank = text.indexOf(' ');
        return new Notice(Long.parseLong(text.substring(0, blank)), text.substring(blank + 1));
    }

    public String text() {
        return position + " " + eventId;
    }
}
