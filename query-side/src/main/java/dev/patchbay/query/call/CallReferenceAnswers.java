package dev.patchbay.query.call;

import dev.patchbay.query.Progress;
import dev.patchbay.query.Views;
import dev.patchbay.shared.Answer;
import dev.patchbay.shared.call.CallQuery.KnownReference;
import dev.patchbay.shared.call.CallQuery.ListKnownReferences;
import dev.patchbay.shared.call.CallReferenceId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers which external ids are known, by number and external id. */
@Component
@SuppressWarnings("rawtypes") // Axon finds no handler that declares a parameterized Answer.
final class CallReferenceAnswers {

    static final String OF_NUMBER = """
            select virtual_number_id, external_id, call_id from call_reference
            where virtual_number_id = :number and external_id in (:externalIds)
            and valid_from <= :position and :position < valid_to
            order by external_id
            """;
    private static final int MOST_AT_ONCE = 500;

    private final Views views;
    private final Progress progress;

    CallReferenceAnswers(Views views, Progress progress) {
        this.views = views;
        this.progress = progress;
    }

    @QueryHandler
    Answer answer(ListKnownReferences query) {
        long position = progress.await(query.moment());
        List<KnownReference> known = new ArrayList<>();
        query.references().stream()
                .collect(Collectors.groupingBy(
                        reference -> reference.virtualNumber().value(), TreeMap::new, Collectors.toList()))
                .forEach((number, references) -> known.addAll(ofNumber(number, references, position)));
        return Answer.list(known, position);
    }

    private List<KnownReference> ofNumber(long number, List<CallReferenceId> references, long position) {
        List<String> externalIds = references.stream()
                .map(reference -> reference.externalId().value())
                .distinct()
                .sorted()
                .toList();
        List<KnownReference> known = new ArrayList<>();
        for (int from = 0; from < externalIds.size(); from += MOST_AT_ONCE) {
            known.addAll(views.asOf(position, OF_NUMBER)
                    .param("number", number)
                    .param("externalIds", externalIds.subList(from, Math.min(from + MOST_AT_ONCE, externalIds.size())))
                    .query((row, index) -> new KnownReference(
                            row.getLong("virtual_number_id"), row.getString("external_id"), row.getLong("call_id")))
                    .list());
        }
        return known;
    }
}
