package dev.patchbay.query.call;

import dev.patchbay.query.Progress;
import dev.patchbay.query.Views;
import dev.patchbay.shared.Answer;
import dev.patchbay.shared.call.CallStatistics;
import dev.patchbay.shared.call.CallStatisticsQuery;
import dev.patchbay.shared.call.CallStatisticsQuery.FindOperatorStatistics;
import dev.patchbay.shared.call.CallStatisticsQuery.FindProjectStatistics;
import dev.patchbay.shared.call.CallStatisticsQuery.FindVirtualNumberStatistics;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers what calls come to, also for numbers, operators and projects that are gone. */
@Component
@SuppressWarnings("rawtypes") // Axon finds no handler that declares a parameterized Answer.
final class StatisticsAnswers {

    private final Views views;
    private final Progress progress;
    private final CalledAnswers called;

    StatisticsAnswers(Views views, Progress progress, CalledAnswers called) {
        this.views = views;
        this.progress = progress;
        this.called = called;
    }

    @QueryHandler
    Answer answer(FindVirtualNumberStatistics query) {
        long position = progress.await(query.moment());
        boolean visible = called.number(query.id(), query.scope(), position).isPresent();
        return statistics(query, visible, Counts.Of.NUMBER, position);
    }

    @QueryHandler
    Answer answer(FindOperatorStatistics query) {
        long position = progress.await(query.moment());
        boolean visible = called.operator(query.id(), query.scope(), position).isPresent();
        Counts.Of of = query.scope().projectId() == null ? Counts.Of.OPERATOR : Counts.Of.OPERATOR_WITHIN_PROJECT;
        return statistics(query, visible, of, position);
    }

    @QueryHandler
    Answer answer(FindProjectStatistics query) {
        long position = progress.await(query.moment());
        boolean visible = called.project(query.id(), query.scope(), position).isPresent();
        return statistics(query, visible, Counts.Of.PROJECT, position);
    }

    private Answer<CallStatistics> statistics(CallStatisticsQuery query, boolean visible, Counts.Of of, long position) {
        return visible
                ? Answer.list(
                        Series.of(query.period(), new Counts(views, of, query.id(), query.scope(), position)), position)
                : Answer.none(position);
    }
}
