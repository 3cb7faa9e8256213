package dev.patchbay.query.activity;

import dev.patchbay.query.Recorded;
import dev.patchbay.query.RunningTotals;
import dev.patchbay.query.Views;
import dev.patchbay.query.role.Permissions;
import dev.patchbay.shared.Provenance;
import java.util.List;
import java.util.Map;

/** One entry of the activity log: it names things as they were called until then. */
final class Entry {

    static final String INSERT =
            "insert into activity (position, account_id, at, type, description, actor_id, target_type, target_id, ip)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)";
    static final String BEFORE =
            "select %s from %s where id = :id and valid_from < :position order by valid_to desc limit 1";

    private final Views views;
    private final RunningTotals totals;
    private final Recorded recorded;
    private final Provenance provenance;

    Entry(Views views, RunningTotals totals, Recorded recorded, Provenance provenance) {
        this.views = views;
        this.totals = totals;
        this.recorded = recorded;
        this.provenance = provenance;
    }

    /** Writes it, about something that there was before; what was done follows the name of who did it. */
    void of(String type, String targetType, long targetId, String what) {
        String table = targetType.equals(Entries.USER) ? "agent" : targetType;
        of(Long.parseLong(before("account_id", table, targetId)), type, targetType, targetId, what);
    }

    /** The same about something new; whose it is matters, not on behalf of whom it was made. */
    void of(long account, String type, String targetType, long targetId, String what) {
        views.write(
                INSERT,
                recorded.position(),
                account,
                recorded.at().toEpochMilli(),
                type,
                actor() + " " + what,
                isByAgent() ? provenance.actorId() : null,
                targetType,
                targetId,
                provenance.clientAddress());
        totals.add(recorded, List.of(account), List.of(1L));
    }

    boolean isBy(long agent) {
        return isByAgent() && provenance.actorId() == agent;
    }

    String agent(long id) {
        return Entries.named(before("email", "agent", id), id);
    }

    String team(long id) {
        return Entries.named(before("name", "team", id), id);
    }

    String role(long id) {
        return Entries.named(before("name", "role", id), id);
    }

    List<String> permissions(long role) {
        return Permissions.of(before("permissions", "role", role));
    }

    private boolean isByAgent() {
        return provenance.actorKind().equals("agent");
    }

    private String actor() {
        return switch (provenance.actorKind()) {
            case "agent" -> agent(provenance.actorId());
            case "api_key" -> Entries.named("API key", provenance.actorId());
            default -> "System";
        };
    }

    private String before(String column, String table, long id) {
        return views
                .underway(
                        BEFORE.formatted(column, table),
                        Map.of("id", id, "position", recorded.position()),
                        (row, index) -> row.getString(1))
                .stream()
                .findFirst()
                .orElse("");
    }
}
