package dev.patchbay.query.audit;

import dev.patchbay.query.LatestAnswers;
import dev.patchbay.query.Progress;
import dev.patchbay.query.Views;
import dev.patchbay.shared.Answer;
import dev.patchbay.shared.Moment;
import dev.patchbay.shared.Scope;
import dev.patchbay.shared.audit.AuditFilter;
import dev.patchbay.shared.audit.AuditPage;
import dev.patchbay.shared.audit.AuditQuery.AwaitEntries;
import dev.patchbay.shared.audit.AuditQuery.FindPosition;
import dev.patchbay.shared.audit.AuditQuery.ListAuditEntries;
import dev.patchbay.shared.audit.AuditQuery.ListHistory;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers what happened. */
@Component
@SuppressWarnings("rawtypes") // Axon finds no handler that declares a parameterized Answer.
final class AuditAnswers {

    static final String LAST_AT = """
            select position from recorded_moment
            where recorded_at <= :time and position > 0 order by recorded_at desc limit 1""";

    static final String LAST_OF_ACCOUNT = """
            select coalesce((
                select position from recorded_event
                where account_id = :account and position <= :position order by position desc limit 1), 0)""";

    static final String TOLD = """
            select e.position from recorded_event e
            where e.account_id = :account and e.subject_kind = :kind and e.subject_id = :id and e.position <= :position
            limit 1""";
    static final String TOLD_IN_PROJECT = """
            select e.position from recorded_event e
            where e.account_id = :account and e.subject_kind = :kind and e.subject_id = :id and e.position <= :position
                and exists (select 1 from recorded_event_of_project o
                    where o.project_id = :project and o.position = e.position)
            limit 1""";

    private static final AuditPage NOTHING = new AuditPage(List.of(), null);

    private final Views views;
    private final Progress progress;
    private final Pages pages;
    private final Sources sources;
    private final States states;
    private final LatestAnswers<Long> lastOfAccounts;

    AuditAnswers(Views views, Progress progress, Pages pages, Sources sources, States states) {
        this.views = views;
        this.progress = progress;
        this.pages = pages;
        this.sources = sources;
        this.states = states;
        this.lastOfAccounts = new LatestAnswers<>(progress, this::last);
    }

    @QueryHandler
    Answer answer(ListAuditEntries query) {
        long position = progress.await(query.moment());
        AuditFilter filter = query.filter();
        Optional<Source> wanted = wanted(filter);
        if (filter.id() != null && wanted.isEmpty()) {
            return Answer.list(NOTHING, position);
        }
        Candidates candidates = Candidates.of(filter, wanted.orElse(null), query.scope());
        return Answer.list(pages.page(candidates, filter, query.part(), query.scope(), position), position);
    }

    @QueryHandler
    Answer answer(ListHistory query) {
        long position = progress.await(query.moment());
        Optional<Source> subject = sources.of(query.kind(), query.which());
        if (subject.isEmpty() || !wasThere(subject.get(), query.scope(), position)) {
            return Answer.none(position);
        }
        AuditFilter filter = query.filter();
        Optional<Source> wanted = wanted(filter);
        if (filter.id() != null && wanted.isEmpty()) {
            return Answer.list(NOTHING, position);
        }
        Candidates candidates = Candidates.about(subject.get(), filter, wanted.orElse(null), query.scope());
        return Answer.list(pages.page(candidates, filter, query.part(), query.scope(), position), position);
    }

    @QueryHandler
    Answer answer(FindPosition query) {
        long position = progress.await(query.moment());
        long last = views.asOf(position, LAST_AT)
                .param("time", ChronoUnit.MICROS.between(Instant.EPOCH, query.time()))
                .query(Long.class)
                .optional()
                .orElse(0L);
        return Answer.list(last, position);
    }

    /** What others do wakes whoever waits, and keeps nobody from waiting on. */
    @QueryHandler
    Answer answer(AwaitEntries query) {
        long begun = System.nanoTime();
        long reached = query.beyond();
        Duration left = query.patience();
        while (reached < query.last() && progress.awaitBeyond(reached, left) > reached) {
            Answer<Long> last = lastOfAccounts.about(query.accountId(), Moment.latest());
            if (last.found().orElseThrow() > query.beyond()) {
                return Answer.list(true, last.position());
            }
            reached = last.position();
            left = query.patience().minusNanos(System.nanoTime() - begun);
            if (!left.isPositive() || Thread.currentThread().isInterrupted()) {
                // Others may go on for ever.
                break;
            }
        }
        return Answer.list(false, reached);
    }

    private Answer<Long> last(long account, long position) {
        return Answer.list(
                views.asOf(position, LAST_OF_ACCOUNT)
                        .param("account", account)
                        .query(Long.class)
                        .single(),
                position);
    }

    /** The thing of which a filter has the id; none when there never was one. */
    private Optional<Source> wanted(AuditFilter filter) {
        return filter.id() == null ? Optional.empty() : sources.named(filter.kind(), filter.id());
    }

    private boolean wasThere(Source subject, Scope scope, long position) {
        boolean told = views.asOf(position, scope, scope.projectId() == null ? TOLD : TOLD_IN_PROJECT)
                .param("kind", subject.kind().word())
                .param("id", subject.id())
                .query(Long.class)
                .optional()
                .isPresent();
        return told || states.seen(subject, scope, position).isPresent();
    }
}
