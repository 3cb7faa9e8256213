package dev.patchbay.query.routing;

import dev.patchbay.query.Views;

/** Whose turn it was at a position of the log. */
final class Turns {

    private static final String NEXT = """
            select next_turn from route
            where virtual_number_id = :id and position <= :position order by position desc limit 1
            """;

    private final Views views;

    Turns(Views views) {
        this.views = views;
    }

    /** The turn after the highest that was recorded, 0 when none was. */
    long next(long virtualNumberId, long position) {
        return views.asOf(position, NEXT)
                .param("id", virtualNumberId)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }
}
