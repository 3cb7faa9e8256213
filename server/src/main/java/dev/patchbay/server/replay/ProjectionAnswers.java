package dev.patchbay.server.replay;

import dev.patchbay.query.Head;
import dev.patchbay.query.Progress;
import dev.patchbay.query.Projections;
import dev.patchbay.rest.bus.Questions;
import dev.patchbay.server.ConditionalOnRole;
import dev.patchbay.server.ServerSettings.Role;
import dev.patchbay.shared.Answer;
import dev.patchbay.shared.Moment;
import dev.patchbay.shared.Page;
import dev.patchbay.shared.projection.ProjectionQuery.FindReplayProgress;
import dev.patchbay.shared.projection.ProjectionQuery.ListDeadLetters;
import dev.patchbay.shared.projection.ProjectionQuery.ListProjections;
import dev.patchbay.shared.projection.ProjectionView;
import dev.patchbay.shared.projection.ReplayProgress;
import dev.patchbay.shared.replay.ReplayQuery.FindReplayUnderWay;
import dev.patchbay.shared.replay.ReplayView;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Answers how far the projection of this process is, and its replay. */
@Component
@ConditionalOnRole(Role.QUERY)
@SuppressWarnings("rawtypes") // Axon finds no handler that declares a parameterized Answer.
final class ProjectionAnswers {

    private static final Page ANY = new Page(1, 1);

    private final Progress progress;
    private final Head head;
    private final EventStorageEngine log;
    private final Clock clock;
    private final Gauge gauge;
    private final ObjectProvider<Questions> questions;
    private final ObjectProvider<Configuration> axon;

    ProjectionAnswers(
            Progress progress,
            Head head,
            EventStorageEngine log,
            Clock clock,
            Gauge gauge,
            ObjectProvider<Questions> questions,
            ObjectProvider<Configuration> axon) {
        this.progress = progress;
        this.head = head;
        this.log = log;
        this.clock = clock;
        this.gauge = gauge;
        this.questions = questions;
        this.axon = axon;
    }

    @QueryHandler
    Answer answer(ListProjections query) {
        Moment moment = Moment.exactly(progress.await(query.moment()));
        Answer<ReplayView> underWay = questions.getObject().ask(new FindReplayUnderWay(Projections.GROUP, moment));
        long position = progress.reached();
        ProjectionView views = new ProjectionView(
                Projections.GROUP,
                position,
                Math.max(0, head.position() - position),
                lagSeconds(position),
                segments(),
                questions
                        .getObject()
                        .ask(new ListDeadLetters(Projections.GROUP, ANY, moment))
                        .found()
                        .orElseThrow()
                        .total(),
                underWay.found().map(ReplayView::id).orElse(null));
        return Answer.list(List.of(views), underWay.position());
    }

    @QueryHandler
    Answer answer(FindReplayProgress query) {
        long position = progress.await(query.moment());
        Optional<ReplayProgress> known = gauge.of(query.replayId());
        return known.isPresent() ? Answer.list(known.get(), position) : Answer.none(position);
    }

    private long lagSeconds(long position) {
        try (Stream<? extends TrackedEventMessage<?>> missing =
                log.readEvents(new GlobalSequenceTrackingToken(position), false)) {
            return missing.findFirst()
                    .map(event -> Duration.between(event.getTimestamp(), clock.instant()))
                    .map(age -> Math.max(0, age.toSeconds()))
                    .orElse(0L);
        }
    }

    private List<ProjectionView.Segment> segments() {
        return axon.getObject()
                .eventProcessingConfiguration()
                .eventProcessor(Projections.GROUP, StreamingEventProcessor.class)
                .map(processor -> processor.processingStatus().values().stream()
                        .map(status -> new ProjectionView.Segment(
                                status.getSegment().getSegmentId(),
                                status.getCurrentPosition().orElse(0)))
                        .toList())
                .orElseGet(List::of);
    }
}
