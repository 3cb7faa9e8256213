package dev.patchbay.server.replay;

import dev.patchbay.query.DeadLetters;
import dev.patchbay.query.Head;
import dev.patchbay.query.Progress;
import dev.patchbay.rest.answer.Problem;
import dev.patchbay.rest.bus.Attempts;
import dev.patchbay.server.ConditionalOnRole;
import dev.patchbay.server.Duty;
import dev.patchbay.server.ServerSettings.Role;
import dev.patchbay.server.sqlite.ServedViews;
import dev.patchbay.server.sqlite.SqliteDatabase;
import dev.patchbay.server.sqlite.SqliteErrors;
import dev.patchbay.server.sqlite.ViewsBuild;
import dev.patchbay.server.sqlite.ViewsComparison;
import dev.patchbay.shared.Behind;
import dev.patchbay.shared.replay.ReplayCommand.FailReplay;
import dev.patchbay.shared.replay.ReplayCommand.ReportDifferences;
import dev.patchbay.shared.replay.ReplayCommand.SwitchReplay;
import dev.patchbay.shared.replay.ReplayStatus;
import dev.patchbay.shared.replay.ReplayView;
import dev.patchbay.shared.replay.TableDifference;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Carries on the replay that is under way, a piece at a time: builds views beside those that serve, compares the two, and lets the new
 * ones serve when they are equal, or when somebody has accepted the difference. What is to be done it finds in the views, and what is
 * done already in the file that it builds; so it goes on wherever it was killed.
 */
@Component
@ConditionalOnRole(Role.QUERY)
class Replayer {
    private static final Logger LOG = LoggerFactory.getLogger(Replayer.class);

    /** So few events are left that what serves can wait for them. */
    private static final int NEAR = 1_000;

    private static final Duration SOON = Duration.ofMillis(100);

    private final ServedViews served;
    private final EventStorageEngine log;
    private final Serializer serializer;
    private final ServingProcessor processor;
    private final Head head;
    private final Progress progress;
    private final Gauge gauge;
    private final Replays replays;
    private final Clock clock;
    private final Duty duty;
    private @Nullable Construction construction;
    private boolean isFirstLook = true;
    private long followed;

    Replayer(
            ServedViews served,
            EventStorageEngine log,
            @Qualifier("eventSerializer") Serializer serializer,
            ServingProcessor processor,
            Head head,
            Progress progress,
            Gauge gauge,
            Replays replays,
            Clock clock,
            Duty duty) {
        this.served = served;
        this.log = log;
        this.serializer = serializer;
        this.processor = processor;
        this.head = head;
        this.progress = progress;
        this.gauge = gauge;
        this.replays = replays;
        this.clock = clock;
        this.duty = duty;
    }

    /** Does one piece, and answers when the next one is due. Only one thread may call it. */
    Optional<Instant> carryOn() {
        boolean isRead = served.retire();
        Optional<ReplayView> replay = replays.underWay();
        if (isFirstLook) {
            followed = served.areNew() || !duty.isShared() ? replays.lastSwitched() : served.replay();
            if (replay.isEmpty() && served.areOutdated()) {
                replays.start();
            }
            isFirstLook = false;
        }
        Optional<Instant> due = replay.isEmpty() ? follow() : replay.flatMap(this::piece);
        return due.isEmpty() && isRead ? soon() : due;
    }

    /**
     * After a replay of the process on duty every other builds its views anew too, without comparing what was decided on already. Views
     * that were there when a process started may be older than a replay, those that it began then are not.
     */
    private Optional<Instant> follow() {
        long last = replays.lastSwitched();
        if (last <= Math.max(followed, served.replay())) {
            letGo();
            gauge.clear();
            served.clear(null);
            return Optional.empty();
        }
        Construction own = of(last);
        Instant next = own.feed(head.position(), null);
        if (own.build().position() < head.position() - NEAR) {
            return Optional.of(next);
        }
        exchange(last, own);
        followed = last;
        LOG.info("replay {} is followed: its views serve here too", last);
        return soon();
    }

    private Optional<Instant> piece(ReplayView replay) {
        if (!duty.isMine()) {
            letGo();
            return Optional.empty();
        }
        try {
            if (served.areOf(replay.id())) {
                // It was killed before it could say so.
                replays.say(replay, id -> new SwitchReplay(id, head.position()));
                return soon();
            }
            return switch (ReplayStatus.of(replay.status())) {
                case RUNNING -> Optional.of(run(replay, of(replay.id())));
                case ACCEPTED -> Optional.of(takeOver(replay, of(replay.id())));
                default -> {
                    stand(replay);
                    yield Optional.empty();
                }
            };
        } catch (RuntimeException e) {
            if (isPassing(e) || served.areOf(replay.id())) {
                throw e;
            }
            LOG.warn("replay {} fails", replay.id(), e);
            long position = construction == null ? 0 : construction.build().position();
            letGo();
            replays.say(replay, id -> new FailReplay(id, position, DeadLetters.said(e)));
            return soon();
        }
    }

    /** It is tried again, from where the last commit was. */
    private static boolean isPassing(RuntimeException failure) {
        return Thread.currentThread().isInterrupted()
                || failure.getCause() instanceof TimeoutException
                || failure instanceof Problem
                || Behind.in(failure).isPresent()
                || Attempts.isUnanswered(failure)
                || (failure instanceof CommandExecutionException refused && Attempts.isOvertaken(refused))
                || SqliteErrors.areOfTheStore(failure);
    }

    private void stand(ReplayView replay) {
        if (construction != null || gauge.of(replay.id()).isEmpty()) {
            gauge.show(replay.id(), of(replay.id()).atRest(head.position()));
            letGo();
        }
    }

    private Instant run(ReplayView replay, Construction construction) {
        long end = head.position();
        Instant next = construction.feed(end, replay.eventsPerSecond());
        gauge.show(replay.id(), construction.progress(end));
        if (construction.build().position() < end - near(replay)) {
            return next;
        }
        construction.build().complete();
        return compare(replay, construction);
    }

    /** Another process may have compared what is accepted: then it is built here first. */
    private Instant takeOver(ReplayView replay, Construction construction) {
        Instant next = construction.feed(head.position(), null);
        if (construction.build().position() < head.position() - NEAR) {
            return next;
        }
        exchange(replay.id(), construction);
        sayItServes(replay);
        return clock.instant();
    }

    private static int near(ReplayView replay) {
        return replay.eventsPerSecond() == null ? NEAR : Math.min(NEAR, replay.eventsPerSecond());
    }

    private Instant compare(ReplayView replay, Construction construction) {
        List<TableDifference> differences;
        long position;
        try (ViewsComparison comparison = served.comparison(replay.id())) {
            position = comparison.position();
            if (position < construction.build().position()) {
                return clock.instant().plus(SOON);
            }
            construction.feedUpTo(position);
            differences = comparison.differences();
        }
        if (!replays.isStill(replay)) {
            return clock.instant();
        }
        if (differences.isEmpty()) {
            exchange(replay.id(), construction);
            sayItServes(replay);
        } else {
            replays.say(replay, id -> new ReportDifferences(id, position, differences));
        }
        return clock.instant();
    }

    private void exchange(long replay, Construction construction) {
        construction.feedUpTo(head.position());
        construction.build().complete();
        processor.pauseFor(() -> {
            construction.feedUpTo(progress.reached());
            construction.build().close();
            served.exchange(replay, construction.views());
            this.construction = null;
            progress.reach(construction.build().position());
        });
    }

    private void sayItServes(ReplayView replay) {
        replays.say(replay, id -> new SwitchReplay(id, progress.reached()));
    }

    private Construction of(long replay) {
        Construction existing = construction;
        if (existing != null && existing.isOf(replay)) {
            return existing;
        }
        letGo();
        served.clear(replay);
        SqliteDatabase views = served.beside(replay);
        try {
            Construction begun = new Construction(replay, views, new ViewsBuild(views, log, serializer), clock);
            construction = begun;
            return begun;
        } catch (RuntimeException e) {
            views.close();
            throw e;
        }
    }

    @PreDestroy
    void letGo() {
        if (construction != null) {
            construction.close();
            construction = null;
        }
    }

    private Optional<Instant> soon() {
        return Optional.of(clock.instant().plus(SOON));
    }
}
