package dev.patchbay.query.call;

import dev.patchbay.query.Progress;
import dev.patchbay.query.Views;
import dev.patchbay.shared.Answer;
import dev.patchbay.shared.call.CallQuery.Corrections;
import dev.patchbay.shared.call.CallQuery.FindCorrections;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers what was said of a call by others than its carrier. */
@Component
@SuppressWarnings("rawtypes") // Axon finds no handler that declares a parameterized Answer.
final class CorrectionAnswers {

    private static final String KINDS = """
            select max(case when e.type in ('CallAnswered', 'CallMissed', 'CallOutcomeCorrected') then 1 else 0 end) as outcome,
                max(case when e.type in ('CallEnded', 'CallDurationCorrected') then 1 else 0 end) as duration
            from call c cross join recorded_event e
            where c.id = :id and c.valid_to > 0 and c.valid_from <= :position
            and e.position = c.valid_from and e.actor_kind <> 'carrier'
            """;

    private final Views views;
    private final Progress progress;

    CorrectionAnswers(Views views, Progress progress) {
        this.views = views;
        this.progress = progress;
    }

    @QueryHandler
    Answer answer(FindCorrections query) {
        long position = progress.await(query.moment());
        Corrections corrections = views.asOf(position, KINDS)
                .param("id", query.callId())
                .query((row, index) -> new Corrections(row.getInt("outcome") > 0, row.getInt("duration") > 0))
                .single();
        return Answer.list(corrections, position);
    }
}
