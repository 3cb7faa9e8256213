package dev.patchbay.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.shared.Answer;
import dev.patchbay.shared.audit.AuditEntry;
import dev.patchbay.shared.audit.AuditEntry.Actor;
import dev.patchbay.shared.audit.AuditEntry.Subject;
import dev.patchbay.shared.audit.AuditPage;
import dev.patchbay.shared.audit.AuditQuery.FindDifference;
import dev.patchbay.shared.audit.AuditQuery.ListAuditEntries;
import dev.patchbay.shared.audit.Difference;
import dev.patchbay.shared.audit.FieldChange;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

class UndoTest extends ApiTest {

    private static final Difference DONE = difference("Alice", "Alice Carter");
    private static final Difference SINCE = difference("Alice Carter", "Al");

    @Test
    void finds_what_is_in_the_way_however_many_events_are_between() {
        backend.answering(FindDifference.class, query -> new Answer<>(query.to() == 38 ? DONE : SINCE, 5, 40));
        backend.answering(ListAuditEntries.class, query -> Answer.list(page(query), 40));

        HttpResponse<String> refused = api.send("POST", "/audit_events/38/undo", "{}");

        assertThat(answer(refused))
                .startsWith("409 {\"error\":\"The operator 12 had its name changed since, by event 39\"");
        assertThat(backend.dispatched).isEmpty();
    }

    private static AuditPage page(ListAuditEntries query) {
        if (query.filter().field() != null) {
            return query.part().after() == null
                    ? new AuditPage(List.of(), 40L)
                    : new AuditPage(List.of(entry(39)), null);
        }
        return new AuditPage(
                List.of(39L, 38L).stream()
                        .filter(each -> query.filter().first() <= each
                                && each <= query.filter().last())
                        .map(UndoTest::entry)
                        .toList(),
                null);
    }

    static AuditEntry entry(long position) {
        return new AuditEntry(
                position,
                "event-" + position,
                Backend.NOON,
                "OperatorRenamed",
                new Subject("operator", 12L, "Alice Carter"),
                null,
                new Actor("api_key", 1L, "Key", "idc_kkkk"),
                "request-" + position,
                "command-" + position,
                null,
                null,
                null,
                null,
                null,
                List.of());
    }

    private static Difference difference(String before, String after) {
        return new Difference(true, true, List.of(new FieldChange("name", before, after)));
    }
}
