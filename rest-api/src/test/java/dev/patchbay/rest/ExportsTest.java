package dev.patchbay.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.shared.Answer;
import dev.patchbay.shared.Behind;
import dev.patchbay.shared.export.Dataset;
import dev.patchbay.shared.export.ExportQuery.ListRows;
import dev.patchbay.shared.export.RowPlace;
import dev.patchbay.shared.export.Rows;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExportsTest extends ApiTest {

    @AfterEach
    void forgetRows() {
        backend.answers.remove(ListRows.class);
    }

    @Test
    void an_answer_that_fails_in_the_midst_has_no_end() {
        backend.answering(ListRows.class, query -> {
            if (query.after() == null) {
                return page(1);
            }
            throw new IllegalStateException("what was here is gone");
        });

        assertThatThrownBy(() -> api.send("GET", "/exports/operators", null)).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void what_fails_before_the_beginning_is_said() {
        backend.answering(ListRows.class, query -> {
            throw new Behind(99, 40);
        });

        HttpResponse<String> response = api.send("GET", "/exports/operators", null);

        assertThat(answer(response)).isEqualTo("503 {\"error\":\"Not yet at position 99\"}");
        assertThat(response.headers().firstValue("ETag")).isEmpty();
    }

    @Test
    void a_missing_value_and_an_empty_text_are_told_apart() {
        backend.answering(ListRows.class, query -> query.after() == null ? page(1, "", null, "=1+1") : none());

        assertThat(api.send("GET", "/exports/operators?format=csv", null)
                        .body()
                        .lines()
                        .toList()
                        .get(1))
                .startsWith("1,\"\",,=1+1,,");
    }

    @Test
    void a_page_begins_where_the_last_one_ended() {
        List<@Nullable RowPlace> places = new ArrayList<>();
        backend.answering(ListRows.class, query -> {
            places.add(query.after());
            return places.size() < 3 ? page(places.size()) : none();
        });

        assertThat(api.send("GET", "/exports/operators", null).body().lines()).hasSize(2);
        assertThat(places).containsExactly(null, new RowPlace(1, 1, 0), new RowPlace(2, 2, 0));
    }

    @Test
    void so_many_files_are_made_for_an_account_at_a_time_and_no_more() {
        CompletableFuture<Answer<Rows>> rows =
                new CompletableFuture<Answer<Rows>>().completeOnTimeout(none(), 1, TimeUnit.MINUTES);
        backend.answering(ListRows.class, query -> rows.join());
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<HttpResponse<String>>> asking = Stream.generate(() -> CompletableFuture.supplyAsync(
                            () -> api.send("GET", "/exports/operators?format=parquet", null), clients))
                    .limit(5)
                    .toList();

            CompletableFuture.anyOf(asking.toArray(CompletableFuture[]::new)).join();
            rows.complete(none());

            assertThat(asking.stream().map(each -> each.join().statusCode()))
                    .containsExactlyInAnyOrder(200, 200, 200, 200, 503);
        }
        assertThat(api.send("GET", "/exports/operators?format=parquet", null).statusCode())
                .isEqualTo(200);
    }

    private static Answer<Rows> page(long id, @Nullable Object... values) {
        List<@Nullable Object> row =
                new ArrayList<>(Collections.nCopies(Dataset.OPERATORS.columns().size(), null));
        row.set(0, id);
        for (int i = 0; i < values.length; i++) {
            row.set(i + 1, values[i]);
        }
        return Answer.list(new Rows(List.of(row), new RowPlace(id, id, 0)), 40);
    }

    private static Answer<Rows> none() {
        return Answer.list(new Rows(List.of(), null), 40);
    }
}
