package dev.patchbay.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class RunningTotalsTest extends LogTest {

    private TransactionTemplate transaction;
    private RunningTotals totals;

    @BeforeEach
    void find() {
        transaction = new TransactionTemplate(new DataSourceTransactionManager(log.database()));
        totals = new Views(log.database(), log.database())
                .runningTotals(
                        "call_total_of_number", List.of("virtual_number_id"), List.of("calls", "answered", "seconds"));
    }

    @Test
    void every_change_is_a_row_of_its_own_within_a_transaction_and_across() {
        transaction.executeWithoutResult(status -> {
            add(1, 60);
            add(2, 10);
        });
        transaction.executeWithoutResult(status -> {
            add(3, 5);
            add(4, -60);
        });

        assertThat(rows()).containsExactly("1-2: 60", "2-3: 70", "3-4: 75", "4-" + Timeline.OPEN + ": 15");
    }

    @Test
    void what_comes_late_is_added_where_it_belongs_and_to_all_that_is_later() {
        transaction.executeWithoutResult(status -> {
            add(10, 60);
            add(20, 10);
        });
        transaction.executeWithoutResult(status -> add(15, 5));
        transaction.executeWithoutResult(status -> add(5, 1));

        assertThat(rows()).containsExactly("5-10: 1", "10-15: 61", "15-20: 66", "20-" + Timeline.OPEN + ": 76");
    }

    @Test
    void what_was_rolled_back_is_not_remembered() {
        transaction.executeWithoutResult(status -> add(1, 60));
        transaction.executeWithoutResult(status -> {
            add(2, 10);
            add(3, 10);
            status.setRollbackOnly();
        });
        transaction.executeWithoutResult(status -> add(2, 1));

        assertThat(rows()).containsExactly("1-2: 60", "2-" + Timeline.OPEN + ": 61");
    }

    @Test
    void what_is_there_already_is_not_added_again() {
        transaction.executeWithoutResult(status -> add(1, 60));

        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> add(1, 60)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the sums of [7] at position 1 are there already");
        assertThat(rows()).containsExactly("1-" + Timeline.OPEN + ": 60");
    }

    private void add(long position, long seconds) {
        totals.add(new Recorded(position, 0, Instant.EPOCH), List.of(7L), List.of(1L, 1L, seconds));
    }

    private List<String> rows() {
        return new JdbcTemplate(log.database())
                .query(
                        "select valid_from, valid_to, seconds from call_total_of_number order by valid_from",
                        (row, index) -> row.getLong(1) + "-" + row.getLong(2) + ": " + row.getLong(3));
    }
}
