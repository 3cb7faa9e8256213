package dev.patchbay.query.replay;

import dev.patchbay.query.Progress;
import dev.patchbay.query.Views;
import dev.patchbay.shared.Answer;
import dev.patchbay.shared.Listing;
import dev.patchbay.shared.replay.ReplayQuery.FindReplay;
import dev.patchbay.shared.replay.ReplayQuery.FindReplayUnderWay;
import dev.patchbay.shared.replay.ReplayQuery.ListReplays;
import dev.patchbay.shared.replay.ReplayStatus;
import dev.patchbay.shared.replay.ReplayView;
import dev.patchbay.shared.replay.TableDifference;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Answers what became of replays. */
@Component
@SuppressWarnings("rawtypes") // Axon finds no handler that declares a parameterized Answer.
final class ReplayAnswers {

    static final String ONE = """
            select * from replay
            where id = :id and projection = :projection and valid_from <= :position and :position < valid_to
            order by valid_to limit 1
            """;
    static final String UNDER_WAY = """
            select * from replay
            where projection = :projection and status in (:statuses) and valid_from <= :position and :position < valid_to
            order by id desc limit 1
            """;
    static final String OF_PROJECTION = """
            select * from replay
            where projection = :projection and valid_from <= :position and :position < valid_to
            order by id desc limit :limit offset :offset
            """;
    static final String COUNT = """
            select count(*) from replay
            where projection = :projection and valid_from <= :position and :position < valid_to
            """;
    static final String DIFFERENCES_OF_ONE = """
            select d.* from replay_difference d
            where d.replay_id = :id and d.valid_from <= :position and :position < d.valid_to
            order by d.table_name
            """;
    static final String DIFFERENCES_OF_PROJECTION = """
            with shown as materialized (
                select id from replay
                where projection = :projection and valid_from <= :position and :position < valid_to
                order by id desc limit :limit offset :offset)
            select d.* from shown cross join replay_difference d
            where d.replay_id = shown.id and d.valid_from <= :position and :position < d.valid_to
            order by d.replay_id, d.table_name
            """;

    private static final List<String> NOT_ENDED = Arrays.stream(ReplayStatus.values())
            .filter(ReplayStatus::isUnderWay)
            .map(ReplayStatus::word)
            .toList();

    private final Views views;
    private final Progress progress;

    ReplayAnswers(Views views, Progress progress) {
        this.views = views;
        this.progress = progress;
    }

    @QueryHandler
    Answer answer(FindReplay query) {
        long position = progress.await(query.moment());
        return one(
                views.asOf(position, ONE).param("id", query.replayId()).param("projection", query.projection()),
                position);
    }

    @QueryHandler
    Answer answer(FindReplayUnderWay query) {
        long position = progress.await(query.moment());
        return one(
                views.asOf(position, UNDER_WAY)
                        .param("projection", query.projection())
                        .param("statuses", NOT_ENDED),
                position);
    }

    @QueryHandler
    Answer answer(ListReplays query) {
        long position = progress.await(query.moment());
        List<ReplayRow> rows = listed(query, OF_PROJECTION, position)
                .query((row, index) -> ReplayRow.of(row))
                .list();
        Map<Long, List<TableDifference>> differences = differences(listed(query, DIFFERENCES_OF_PROJECTION, position));
        List<ReplayView> entries = rows.stream()
                .map(row -> row.view(differences.getOrDefault(row.id(), List.of())))
                .toList();
        long total = query.page() == null ? entries.size() : count(query.projection(), position);
        return Answer.list(new Listing<>(entries, total), position);
    }

    private Answer<ReplayView> one(StatementSpec statement, long position) {
        return statement
                .query((row, index) -> ReplayRow.of(row))
                .optional()
                .map(row -> new Answer<>(row.view(differences(row.id(), position)), row.version(), position))
                .orElseGet(() -> Answer.none(position));
    }

    private List<TableDifference> differences(long replay, long position) {
        return differences(views.asOf(position, DIFFERENCES_OF_ONE).param("id", replay))
                .getOrDefault(replay, List.of());
    }

    private static Map<Long, List<TableDifference>> differences(StatementSpec statement) {
        return statement.query((row, index) -> DifferenceRow.of(row)).list().stream()
                .collect(Collectors.groupingBy(
                        DifferenceRow::replay, Collectors.mapping(DifferenceRow::view, Collectors.toList())));
    }

    private StatementSpec listed(ListReplays query, String sql, long position) {
        return Views.paged(views.asOf(position, sql).param("projection", query.projection()), query.page());
    }

    private long count(String projection, long position) {
        return views.asOf(position, COUNT)
                .param("projection", projection)
                .query(Long.class)
                .single();
    }
}
