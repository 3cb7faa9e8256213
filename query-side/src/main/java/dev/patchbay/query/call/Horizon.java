package dev.patchbay.query.call;

import dev.patchbay.query.Recorded;
import dev.patchbay.query.Timeline;
import dev.patchbay.query.Views;

/**
 * A time after which no call of an account began that was known at a position. It only rises: a call that turns out to have begun
 * earlier leaves it as it is.
 */
public final class Horizon {

    /** The horizon of {@code :account} at {@code :position}, in seconds since 1970; null where no call was known. */
    public static final String KNOWN = of(":account", ":position");

    private static final String RISE = """
            insert into call_horizon (account_id, position, started_at)
            select c.account_id, c.valid_from, c.started_at from call c
            where c.id = ? and c.valid_to = %d and c.started_at > coalesce(%s, c.started_at - 1)
            """.formatted(Timeline.OPEN, of("c.account_id", "c.valid_from"));

    private static final String BELOW = """
            delete from call_horizon
            where account_id = (select c.account_id from call c where c.id = ? and c.valid_to = %1$d) and position > ?
            and position < coalesce((
                select h.position from call c cross join call_horizon h
                where c.id = ? and c.valid_to = %1$d
                and h.account_id = c.account_id and h.position > c.valid_from and h.started_at > c.started_at
                order by h.position limit 1), %1$d)
            """.formatted(Timeline.OPEN);

    private final Views views;

    Horizon(Views views) {
        this.views = views;
    }

    /** Notes when a call began; one that is taken in late, after having been parked, was known at the later positions too. */
    void note(Recorded recorded, long callId) {
        if (views.write(RISE, callId) > 0) {
            views.write(BELOW, callId, recorded.position(), callId);
        }
    }

    private static String of(String account, String position) {
        return """
                (select h.started_at from call_horizon h
                where h.account_id = %s and h.position <= %s order by h.position desc limit 1)""".formatted(account, position);
    }
}
