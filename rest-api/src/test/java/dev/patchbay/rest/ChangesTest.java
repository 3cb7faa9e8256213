package dev.patchbay.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.shared.Answer;
import dev.patchbay.shared.audit.AuditPage;
import dev.patchbay.shared.audit.AuditQuery.AwaitEntries;
import dev.patchbay.shared.audit.AuditQuery.ListAuditEntries;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangesTest extends ApiTest {

    @Test
    void are_waited_for_with_questions_that_nobody_takes_for_lost() {
        List<Duration> patience = new ArrayList<>();
        backend.answering(AwaitEntries.class, query -> {
            patience.add(query.patience());
            return patience.size() < 3 ? Answer.list(false, 40) : Answer.list(true, 41);
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

    @Test
    void are_bookmarked_beyond_what_others_did_without_being_read() {
        backend.answering(AwaitEntries.class, query -> Answer.list(false, 60));

        assertThat(follow().body()).isEqualTo("{\"bookmark\":{\"position\":60}}\n");
        assertThat(backend.asked).noneMatch(ListAuditEntries.class::isInstance);
    }

    @ParameterizedTest
    @ValueSource(strings = {"as_of=@30", "to=@30"})
    void end_where_they_are_to_end_whatever_came_since(String end) {
        backend.answering(AwaitEntries.class, query -> {
            assertThat(query.last()).isEqualTo(30);
            return Answer.list(false, 40);
        });

        assertThat(api.send("GET", "/changes?after=@20&wait=60s&" + end, "").body())
                .isEqualTo("{\"bookmark\":{\"position\":30}}\n");
    }

    @Test
    void that_nobody_wants_do_not_keep_an_answer_from_coming_to_its_end() {
        AtomicLong head = new AtomicLong(40);
        backend.answering(AwaitEntries.class, query -> Answer.list(head.incrementAndGet() <= 60, head.get()));
        backend.answering(ListAuditEntries.class, query -> Answer.list(new AuditPage(List.of(), null), head.get()));

        assertThat(follow().body()).isEqualTo("{\"bookmark\":{\"position\":50}}\n");
    }

    @Test
    void are_followed_by_so_many_of_an_account_and_no_more() throws InterruptedException {
        Semaphore waiting = new Semaphore(0);
        CompletableFuture<Answer<Boolean>> news =
                new CompletableFuture<Answer<Boolean>>().completeOnTimeout(Answer.list(false, 40), 1, TimeUnit.MINUTES);
        backend.answering(AwaitEntries.class, query -> {
            waiting.release();
            return news.join();
        });
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<HttpResponse<String>>> following = Stream.generate(() -> clients.submit(this::follow))
                    .limit(100)
                    .toList();
            assertThat(waiting.tryAcquire(100, 1, TimeUnit.MINUTES)).isTrue();

            HttpResponse<String> refused = follow();
            news.complete(Answer.list(false, 40));

            assertThat(answer(refused)).isEqualTo("429 {\"error\":\"Too many follow the changes\"}");
            assertThat(header(refused, "Retry-After")).isEqualTo("5");
            assertThat(following)
                    .allSatisfy(each -> assertThat(each.get().statusCode()).isEqualTo(200));
            assertThat(follow().statusCode()).isEqualTo(200);
        }
    }

    private HttpResponse<String> follow() {
        return api.send("GET", "/changes?after=@40", "");
    }
}
