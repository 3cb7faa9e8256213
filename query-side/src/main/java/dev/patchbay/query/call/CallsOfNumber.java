package dev.patchbay.query.call;

import dev.patchbay.query.Views;
import dev.patchbay.shared.Scope;
import dev.patchbay.shared.virtualnumber.VirtualNumberDetail.RecentCall;
import dev.patchbay.shared.virtualnumber.VirtualNumberDetail.Stats;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a virtual number shows of its calls, at the same cost however many there are. */
@Component
public final class CallsOfNumber {

    static final String TOTAL = """
            select calls, answered, seconds from call_total_of_number
            where virtual_number_id = :id and valid_from <= :position and valid_to = (
                select min(valid_to) from call_total_of_number where virtual_number_id = :id and valid_to > :position)
            """;
    static final String RECENT = """
            select c.* from call c
            where c.virtual_number_id = :id and c.valid_from <= :position and :position < c.valid_to
            and c.started_at <= %s
            order by c.started_at desc, c.id desc limit 10
            """.formatted(Horizon.KNOWN);

    private final Views views;

    CallsOfNumber(Views views) {
        this.views = views;
    }

    /** What the calls of the number come to that do not ring any more. */
    public Stats stats(long virtualNumberId, long position) {
        Sums sums = views.asOf(position, TOTAL)
                .param("id", virtualNumberId)
                .query((row, index) -> Sums.of(row))
                .optional()
                .orElse(Sums.NONE);
        return new Stats(sums.calls(), sums.answered(), sums.missed(), sums.averageSeconds());
    }

    /** The ten calls that began last, also while they ring, of a number that the scope sees. */
    public List<RecentCall> recent(long virtualNumberId, Scope scope, long position) {
        return views.asOf(position, scope, RECENT)
                .param("id", virtualNumberId)
                .query((row, index) -> new RecentCall(
                        row.getLong("id"),
                        row.getString("phone_number"),
                        row.getString("caller_name"),
                        row.getString("call_status"),
                        row.getLong("call_duration"),
                        row.getString("direction"),
                        row.getBoolean("ai_handled"),
                        row.getString("transcript_summary"),
                        Instant.ofEpochSecond(row.getLong("started_at"))))
                .list();
    }
}
