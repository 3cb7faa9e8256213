package dev.patchbay.query.audit;

import dev.patchbay.query.DuringTransaction;
import dev.patchbay.query.KeepsParked;
import dev.patchbay.query.Recorded;
import dev.patchbay.query.Views;
import dev.patchbay.shared.Kind;
import dev.patchbay.shared.Provenance;
import dev.patchbay.shared.Provenance.Cause;
import dev.patchbay.shared.virtualnumber.VirtualNumberRestored;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Keeps of every event, whatever it is, when it was recorded, who asked for it and what it is about, so that any position can be
 * explained. Comes when the event is in the views of the things themselves: it looks up where they belong.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
@ProcessingGroup("views")
final class RecordedEventProjection implements KeepsParked {

    private static final String EVENT = """
            insert into recorded_event (position, id, type, recorded_at, actor_kind, actor_id, subject_kind, subject_id,
                subject_public_id, subject_name, account_id, project_id, request_id, correlation_id, causation_id,
                client_address, user_agent, reason, cause_kind, cause_position, version)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (position) do update set type = excluded.type, subject_public_id = excluded.subject_public_id,
                subject_name = excluded.subject_name, account_id = excluded.account_id, project_id = excluded.project_id""";
    private static final String PROJECT = "insert into recorded_event_of_project (project_id, position) values (?, ?)";
    private static final String LINK = "insert into recorded_link (kind, id, position) values (?, ?, ?)";
    private static final String PROJECTS_OF_OPERATOR = """
            select l.project_id from operator_project l where l.operator_id = :id and l.valid_from <= :position and l.valid_to >= :position
            """;

    private static final String TIES_OF_NUMBER = """
            select 'operator' as kind, a.operator_id as id from attachment a
            where a.virtual_number_id = :id and a.valid_from <= :position and a.valid_to > :position
            union all select 'project', n.project_id from virtual_number n
            where n.id = :id and n.valid_from <= :position and n.valid_to > :position and n.project_id is not null
            union all select 'virtual_number', n.fallback_virtual_number_id from virtual_number n
            where n.id = :id and n.valid_from <= :position and n.valid_to > :position
                and n.fallback_virtual_number_id is not null
            """;

    private final Views views;
    private final Moments moments;

    /** Whose the keys are that asked for events; nothing that may change but by their own events. */
    private final DuringTransaction<Map<Long, Optional<Belonging>>> keys =
            new DuringTransaction<>(HashMap::new, known -> {});

    RecordedEventProjection(Views views) {
        this.views = views;
        this.moments = new Moments(views);
    }

    @EventHandler
    void on(Object event, DomainEventMessage<?> message, Recorded recorded) {
        Optional<Source> source = Source.of(message.getAggregateIdentifier());
        Optional<Belonging> belonging = source.flatMap(thing -> belonging(thing, recorded.position()));
        Naming naming = Naming.of(event);
        Provenance provenance = Provenance.from(message.getMetaData()).orElseThrow();
        writeEvent(message, recorded, provenance, source.orElse(null), belonging.orElse(null), naming.project());
        if (source.isPresent() && belonging.isPresent()) {
            concerned(source.get(), belonging.get(), naming, provenance, recorded.position())
                    .forEach(project -> views.write(PROJECT, project, recorded.position()));
            linked(event, source.get(), naming, recorded.position())
                    .forEach(other -> views.write(LINK, other.kind().word(), other.id(), recorded.position()));
        }
        moments.add(recorded);
    }

    /** Those who read a project are not told: nobody knows yet which projects it concerns. */
    @Override
    public void park(DomainEventMessage<?> message, Recorded recorded) {
        moments.add(recorded);
        Optional<Source> source = Source.of(message.getAggregateIdentifier());
        Optional<Belonging> belonging = source.flatMap(thing -> belonging(thing, recorded.position()));
        Provenance provenance = Provenance.from(message.getMetaData()).orElseThrow();
        writeEvent(message, recorded, provenance, source.orElse(null), belonging.orElse(null), Optional.empty());
    }

    private void writeEvent(
            DomainEventMessage<?> message,
            Recorded recorded,
            Provenance provenance,
            @Nullable Source source,
            @Nullable Belonging belonging,
            Optional<Long> project) {
        Cause cause = provenance.cause();
        views.write(
                EVENT,
                recorded.position(),
                message.getIdentifier(),
                message.getPayloadType().getSimpleName(),
                recorded.at().toString(),
                provenance.actorKind(),
                provenance.actorId(),
                source == null ? null : source.kind().word(),
                source == null ? null : source.id(),
                belonging == null ? null : belonging.publicId(),
                belonging == null ? null : belonging.name(),
                belonging == null ? null : account(source, belonging, provenance),
                belonging == null ? null : project.orElse(belonging.projectId()),
                provenance.requestId(),
                message.getMetaData().get("correlation_id"),
                message.getMetaData().get("causation_id"),
                provenance.clientAddress(),
                provenance.userAgent(),
                provenance.reason(),
                cause == null ? null : cause.kind(),
                cause == null ? null : cause.position(),
                recorded.version());
    }

    /** In whose trail it stands: a replay is everybody's, so in that of whoever asked. */
    private static Long account(@Nullable Source source, Belonging belonging, Provenance provenance) {
        return source != null && source.kind() == Kind.REPLAY
                ? Long.valueOf(provenance.accountId())
                : belonging.accountId();
    }

    /** What the event links its thing with; a number that comes back is at once where it was and rings whom it rang. */
    private Stream<Source> linked(Object event, Source source, Naming naming, long position) {
        return event instanceof VirtualNumberRestored
                ? views
                        .underway(
                                TIES_OF_NUMBER,
                                Map.of("id", source.id(), "position", position),
                                (row, index) -> new Source(Kind.of(row.getString("kind")), row.getLong("id")))
                        .stream()
                : naming.linked(source);
    }

    private Optional<Belonging> belonging(Source source, long position) {
        return views
                .underway(
                        Subjects.of(source.kind()).belonging(),
                        Map.of("id", source.id(), "position", position),
                        (row, index) -> Belonging.of(row))
                .stream()
                .findFirst();
    }

    /**
     * The projects whose keys may read of it: that of the thing, that which it leaves, that which it is bound to, and that of the
     * key that asked for it.
     */
    private Set<Long> concerned(
            Source source, Belonging belonging, Naming naming, Provenance provenance, long position) {
        Set<Long> projects = new LinkedHashSet<>();
        if (source.kind() == Kind.API_KEY) {
            keys.get().remove(source.id());
            return projects;
        }
        naming.project().ifPresent(projects::add);
        if (provenance.actorKind().equals(Kind.API_KEY.word())) {
            keys.get()
                    .computeIfAbsent(provenance.actorId(), key -> belonging(new Source(Kind.API_KEY, key), position))
                    .map(Belonging::projectId)
                    .ifPresent(projects::add);
        }
        if (source.kind() == Kind.OPERATOR && projects.isEmpty()) {
            projects.addAll(projectsOfOperator(source.id(), position));
        }
        if (belonging.projectId() != null) {
            projects.add(belonging.projectId());
        }
        if (source.kind() == Kind.VIRTUAL_NUMBER) {
            belonging(source, position - 1).map(Belonging::projectId).ifPresent(projects::add);
        }
        return projects;
    }

    private List<Long> projectsOfOperator(long id, long position) {
        return views.underway(
                PROJECTS_OF_OPERATOR, Map.of("id", id, "position", position), (row, index) -> row.getLong(1));
    }
}
