package dev.patchbay.query.routing;

import dev.patchbay.query.Progress;
import dev.patchbay.query.Views;
import dev.patchbay.shared.Answer;
import dev.patchbay.shared.routing.RouteQuery.FindHolder;
import dev.patchbay.shared.routing.RouteQuery.Holder;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers whose virtual number a call to an E.164 number is for. */
@Component
@SuppressWarnings("rawtypes") // Axon finds no handler that declares a parameterized Answer.
final class HolderAnswers {

    private static final String ONE = """
            select n.id, n.account_id, h.version
            from held_phone_number h cross join virtual_number n
            where h.phone_number = :number and h.valid_from <= :position and :position < h.valid_to
            and n.id = h.virtual_number_id and n.valid_from <= :position and :position < n.valid_to
            order by h.valid_to limit 1
            """;

    private final Views views;
    private final Progress progress;

    HolderAnswers(Views views, Progress progress) {
        this.views = views;
        this.progress = progress;
    }

    @QueryHandler
    Answer answer(FindHolder query) {
        long position = progress.await(query.moment());
        return views.asOf(position, ONE)
                .param("number", query.phoneNumber())
                .query((row, index) -> new Answer<>(
                        new Holder(row.getLong("id"), row.getLong("account_id")), row.getLong("version"), position))
                .optional()
                .orElseGet(() -> Answer.none(position));
    }
}
