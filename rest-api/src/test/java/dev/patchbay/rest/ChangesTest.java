package dev.patchbay.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.shared.Answer;
import dev.patchbay.shared.audit.AuditPage;
import dev.patchbay.shared.audit.AuditQuery.AwaitNews;
import dev.patchbay.shared.audit.AuditQuery.ListAuditEntries;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangesTest extends ApiTest {

    @Test
    void are_waited_for_with_questions_that_nobody_takes_for_lost() {
        List<Duration> patience = new ArrayList<>();
        backend.answering(AwaitNews.class, query -> {
            patience.add(query.patience());
            return Answer.list(41L, patience.size() < 3 ? 40 : 41);
        });
        backend.answering(
                ListAuditEntries.class, query -> Answer.list(new AuditPage(List.of(UndoTest.entry(41)), null), 41));

        HttpResponse<String> answer = api.send("GET", "/changes?after=@40&wait=60s", "");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("41");
        assertThat(patience)
                .hasSizeGreaterThanOrEqualTo(3)
                .allMatch(each -> each.compareTo(Duration.ofSeconds(3)) <= 0);
        assertThat(patience.subList(0, 3)).containsOnly(Duration.ofSeconds(3));
    }
}
