package dev.patchbay.query.identity;

import dev.patchbay.query.Progress;
import dev.patchbay.query.Views;
import dev.patchbay.shared.Answer;
import dev.patchbay.shared.identity.IdentityQuery.IsDomainUsed;
import dev.patchbay.shared.identity.IdentityQuery.ListIdentitiesOfAssistant;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers which identities need something else. */
@Component
@SuppressWarnings("rawtypes") // Axon finds no handler that declares a parameterized Answer.
final class IdentityMemberAnswers {

    static final String OF_DOMAIN = """
            select exists (select 1 from identity
                where domain_id = :id and valid_from <= :position and :position < valid_to)
            """;
    static final String OF_ASSISTANT = """
            select id from identity
            where assistant_id = :id and valid_from <= :position and :position < valid_to
            order by id
            """;

    private final Views views;
    private final Progress progress;

    IdentityMemberAnswers(Views views, Progress progress) {
        this.views = views;
        this.progress = progress;
    }

    @QueryHandler
    Answer answer(IsDomainUsed query) {
        long position = progress.await(query.moment());
        boolean used = views.asOf(position, OF_DOMAIN)
                .param("id", query.domainId())
                .query(Boolean.class)
                .single();
        return Answer.list(used, position);
    }

    @QueryHandler
    Answer answer(ListIdentitiesOfAssistant query) {
        long position = progress.await(query.moment());
        return Answer.list(
                views.asOf(position, OF_ASSISTANT)
                        .param("id", query.assistantId())
                        .query((row, index) -> row.getLong("id"))
                        .list(),
                position);
    }
}
