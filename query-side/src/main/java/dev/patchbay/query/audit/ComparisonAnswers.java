package dev.patchbay.query.audit;

import dev.patchbay.query.Progress;
import dev.patchbay.query.Views;
import dev.patchbay.shared.Answer;
import dev.patchbay.shared.Scope;
import dev.patchbay.shared.audit.AuditQuery.FieldBlame;
import dev.patchbay.shared.audit.AuditQuery.FindBlame;
import dev.patchbay.shared.audit.AuditQuery.FindDifference;
import dev.patchbay.shared.audit.Difference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers how things differ from what they were, and which events made them what they are. */
@Component
@SuppressWarnings("rawtypes") // Axon finds no handler that declares a parameterized Answer.
final class ComparisonAnswers {

    static final String EVENT = "select e.* from recorded_event e where e.position = :event";

    static final String VERSION = """
            select e.version from recorded_event e
            where e.account_id = :account and e.subject_kind = :kind and e.subject_id = :id and e.position <= :position
            order by e.position desc limit 1""";

    static final String CONCERNED =
            "select o.position from recorded_event_of_project o where o.project_id = :project and o.position = :event";

    private final Views views;
    private final Progress progress;
    private final States states;
    private final Sources sources;
    private final AuditEntries entries;

    ComparisonAnswers(Views views, Progress progress, States states, Sources sources, AuditEntries entries) {
        this.views = views;
        this.progress = progress;
        this.states = states;
        this.sources = sources;
        this.entries = entries;
    }

    @QueryHandler
    Answer answer(FindDifference query) {
        long position = progress.await(query.moment());
        return sources.of(query.kind(), query.which())
                .map(source -> difference(source, query, position))
                .orElseGet(() -> Answer.none(position));
    }

    private Answer<Difference> difference(Source source, FindDifference query, long position) {
        State before = states.at(source, query.scope(), Math.min(query.from(), position));
        State after = states.at(source, query.scope(), Math.min(query.to(), position));
        boolean wasThere = !before.equals(State.ABSENT);
        boolean isThere = !after.equals(State.ABSENT);
        return new Answer<>(
                new Difference(wasThere, isThere, before.changesTo(after)),
                version(source, query.scope(), position),
                position);
    }

    private long version(Source source, Scope scope, long position) {
        return views.asOf(position, scope, VERSION)
                .param("kind", source.kind().word())
                .param("id", source.id())
                .query(Long.class)
                .optional()
                .orElse(-1L);
    }

    @QueryHandler
    Answer answer(FindBlame query) {
        long position = progress.await(query.moment());
        Optional<Source> source = sources.of(query.kind(), query.which());
        if (source.isEmpty()
                || states.seen(source.get(), query.scope(), position).isEmpty()) {
            return Answer.none(position);
        }
        return Answer.list(blame(source.get(), query.scope(), position), position);
    }

    private List<FieldBlame> blame(Source source, Scope scope, long position) {
        Map<Long, Row> events = new HashMap<>();
        List<FieldBlame> blame = new ArrayList<>();
        lastChanged(source, position).forEach((field, event) -> {
            if (isTold(event, scope)) {
                Row row = events.computeIfAbsent(event, this::event);
                blame.add(new FieldBlame(field, entries.withoutChanges(row, scope)));
            }
        });
        return blame;
    }

    /** A key of a project does not learn of what happened elsewhere. */
    private boolean isTold(long event, Scope scope) {
        return scope.projectId() == null
                || views.asOf(event, scope, CONCERNED)
                        .param("event", event)
                        .query(Long.class)
                        .optional()
                        .isPresent();
    }

    private Map<String, Long> lastChanged(Source source, long position) {
        Subject subject = Subjects.of(source.kind());
        Map<String, Long> positions = new LinkedHashMap<>();
        long appeared = views.asOf(position, subject.lastChanged())
                .param("id", source.id())
                .query((row, index) -> {
                    for (Field field : subject.fields()) {
                        positions.put(field.name(), row.getLong(field.name()));
                    }
                    return row.getLong(Subject.APPEARED);
                })
                .single();
        for (Links links : subject.links()) {
            long list = views.asOf(position, links.lastChanged())
                    .param("id", source.id())
                    .query((row, index) -> row.getLong("last_changed"))
                    .single();
            positions.put(links.name(), Math.max(list, appeared));
        }
        return positions;
    }

    private Row event(long position) {
        return views.asOf(position, EVENT)
                .param("event", position)
                .query((row, index) -> Row.of(row))
                .single();
    }
}
