package dev.patchbay.query.activity;

import dev.patchbay.query.Progress;
import dev.patchbay.query.Views;
import dev.patchbay.shared.Answer;
import dev.patchbay.shared.Listing;
import dev.patchbay.shared.activity.ActivityField;
import dev.patchbay.shared.activity.ActivityFilter;
import dev.patchbay.shared.activity.ActivityQuery.ListActivities;
import dev.patchbay.shared.activity.ActivityView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Answers what was done. */
@Component
@SuppressWarnings("rawtypes") // Axon finds no handler that declares a parameterized Answer.
final class ActivityAnswers {

    static final String ENTRIES = """
            select * from activity
            where account_id = :account and position <= :position and %s
            order by %s limit :limit offset :offset
            """;
    static final String COUNT = """
            select count(*) from activity
            where account_id = :account and position <= :position and %s
            """;
    static final String TOTAL = """
            select coalesce((
                select entries from activity_total
                where account_id = :account and valid_from <= :position and valid_to = (
                    select min(valid_to) from activity_total where account_id = :account and valid_to > :position)), 0)
            """;

    private final Views views;
    private final Progress progress;

    ActivityAnswers(Views views, Progress progress) {
        this.views = views;
        this.progress = progress;
    }

    @QueryHandler
    Answer answer(ListActivities query) {
        long position = progress.await(query.moment());
        Chosen chosen = Chosen.by(query.filter());
        List<ActivityView> entries = Views.paged(
                        statement(query, chosen, position, ENTRIES.formatted(chosen.condition(), order(query))),
                        query.page())
                .query((row, index) -> activity(row))
                .list();
        String count = query.filter().equals(ActivityFilter.NONE) ? TOTAL : COUNT.formatted(chosen.condition());
        long total = statement(query, chosen, position, count).query(Long.class).single();
        return Answer.list(new Listing<>(entries, total), position);
    }

    private StatementSpec statement(ListActivities query, Chosen chosen, long position, String sql) {
        return views.asOf(position, sql).param("account", query.accountId()).params(chosen.parameters());
    }

    /** The position is the order of the times, too, and tells all entries apart. */
    private static String order(ListActivities query) {
        String direction = query.descending() ? " desc" : " asc";
        String byPosition = "position" + direction;
        return query.order() == ActivityField.CREATED_AT
                ? byPosition
                : query.order().word().replace("activity_", "") + direction + ", " + byPosition;
    }

    private static ActivityView activity(ResultSet row) throws SQLException {
        return new ActivityView(
                row.getLong("position"),
                Instant.ofEpochMilli(row.getLong("at")),
                row.getString("type"),
                row.getString("description"),
                row.getObject("actor_id") == null ? null : row.getLong("actor_id"),
                row.getString("target_type"),
                row.getLong("target_id"),
                row.getString("ip"));
    }
}
