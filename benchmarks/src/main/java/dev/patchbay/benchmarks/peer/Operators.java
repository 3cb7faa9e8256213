package dev.patchbay.benchmarks.peer;

import java.util.Optional;
import javax.sql.DataSource;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of operators, written by the stock pooled processor and read by GET. */
@Component
@DependsOnDatabaseInitialization
@ProcessingGroup("operators")
class Operators {

    private final JdbcClient writing;
    private final JdbcClient reading;

    Operators(DataSource writing, @Qualifier("reading") DataSource reading) {
        this.writing = JdbcClient.create(writing);
        this.reading = JdbcClient.create(reading);
    }

    @EventHandler
    void on(OperatorCreated event) {
        writing.sql("insert into operator_view (id, name, phone_number, email, active) values (?, ?, ?, ?, ?)")
                .param(event.id())
                .param(event.name())
                .param(event.phoneNumber())
                .param(event.email())
                .param(event.active())
                .update();
    }

    Optional<OperatorView> find(long id) {
        return reading.sql("select id, name, phone_number, email, active from operator_view where id = ?")
                .param(id)
                .query((row, number) -> OperatorView.of(
                        row.getLong(1), row.getString(2), row.getString(3), row.getString(4), row.getBoolean(5)))
                .optional();
    }

    long count() {
        return number("select count(*) from operator_view");
    }

    long highestId() {
        return number("select coalesce(max(id), 0) from operator_view");
    }

    private long number(String sql) {
        return reading.sql(sql).query(Long.class).single();
    }
}
