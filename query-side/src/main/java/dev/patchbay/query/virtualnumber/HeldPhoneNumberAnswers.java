package dev.patchbay.query.virtualnumber;

import dev.patchbay.query.Progress;
import dev.patchbay.query.Views;
import dev.patchbay.shared.Answer;
import dev.patchbay.shared.virtualnumber.VirtualNumberQuery.ListHeldPhoneNumbers;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers which E.164 numbers are held, in ascending order. */
@Component
@SuppressWarnings("rawtypes") // Axon finds no handler that declares a parameterized Answer.
final class HeldPhoneNumberAnswers {

    static final String AMONG = """
            select phone_number from held_phone_number
            where phone_number in (:numbers) and valid_from <= :position and :position < valid_to
            """;
    private static final int MOST_AT_ONCE = 500;

    private final Views views;
    private final Progress progress;

    HeldPhoneNumberAnswers(Views views, Progress progress) {
        this.views = views;
        this.progress = progress;
    }

    @QueryHandler
    Answer answer(ListHeldPhoneNumbers query) {
        long position = progress.await(query.moment());
        List<String> asked = List.copyOf(query.phoneNumbers());
        List<String> held = new ArrayList<>();
        for (int from = 0; from < asked.size(); from += MOST_AT_ONCE) {
            held.addAll(views.asOf(position, AMONG)
                    .param("numbers", asked.subList(from, Math.min(from + MOST_AT_ONCE, asked.size())))
                    .query(String.class)
                    .list());
        }
        return Answer.list(held.stream().sorted().toList(), position);
    }
}
