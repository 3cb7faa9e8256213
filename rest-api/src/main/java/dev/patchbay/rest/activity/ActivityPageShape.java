package dev.patchbay.rest.activity;

import dev.patchbay.shared.Listing;
import dev.patchbay.shared.Page;
import dev.patchbay.shared.activity.ActivityView;
import java.util.List;

/** A part of the activity log as it is answered; beyond the last part there is nothing, and nothing is counted. */
record ActivityPageShape(List<ActivityShape> results, long total, int perPage, long totalPages, int page) {

    static ActivityPageShape of(Listing<ActivityView> listing, Page page) {
        long total = listing.entries().isEmpty() ? 0 : listing.total();
        return new ActivityPageShape(
                listing.entries().stream().map(ActivityShape::of).toList(),
                total,
                page.size(),
                (total + page.size() - 1) / page.size(),
                page.number());
    }
}
