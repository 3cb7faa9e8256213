package dev.patchbay.query.activity;

import dev.patchbay.query.Recorded;
import dev.patchbay.query.RunningTotals;
import dev.patchbay.query.Views;
import dev.patchbay.shared.Provenance;
import java.util.List;
import org.axonframework.messaging.MetaData;
import org.springframework.stereotype.Component;

/** Where the activity log is written. */
@Component
final class Entries {

    static final String USER = "user";
    static final String TEAM = "team";
    static final String ROLE = "role";

    private final Views views;
    private final RunningTotals totals;

    Entries(Views views) {
        this.views = views;
        this.totals = views.runningTotals("activity_total", List.of("account_id"), List.of("entries"));
    }

    /** The entry about an event. */
    Entry by(Recorded recorded, MetaData metaData) {
        return new Entry(views, totals, recorded, Provenance.from(metaData).orElseThrow());
    }

    /** A name, and the number that tells it from others. */
    static String named(String name, long id) {
        return name + " (#" + id + ")";
    }
}
