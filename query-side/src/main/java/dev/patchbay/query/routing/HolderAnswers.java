package dev.patchbay.query.routing;

import dev.patchbay.query.Progress;
import dev.patchbay.query.Views;
import dev.patchbay.shared.Answer;
import dev.patchbay.shared.routing.RouteQuery.Holder;
import dev.patchbay.shared.routing.RouteQuery.ListHolders;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers whose virtual number a call to an E.164 number is for, or was. */
@Component
@SuppressWarnings("rawtypes") // Axon finds no handler that declares a parameterized Answer.
final class HolderAnswers {

    private static final String ALL = """
            select h.virtual_number_id, h.valid_to <= :position as released, (
                select n.account_id from virtual_number n
                where n.id = h.virtual_number_id and n.valid_to > 0 order by n.valid_to limit 1) as account_id
            from held_phone_number h
            where h.phone_number = :number and h.valid_to > 0 and h.valid_from <= :position
            order by h.valid_to desc limit 100
            """;

    private final Views views;
    private final Progress progress;

    HolderAnswers(Views views, Progress progress) {
        this.views = views;
        this.progress = progress;
    }

    @QueryHandler
    Answer answer(ListHolders query) {
        long position = progress.await(query.moment());
        List<Holder> holders = views.asOf(position, ALL)
                .param("number", query.phoneNumber())
                .query((row, index) -> new Holder(
                        row.getLong("virtual_number_id"), row.getLong("account_id"), row.getBoolean("released")))
                .list();
        return Answer.list(holders, position);
    }
}
