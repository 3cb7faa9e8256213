package dev.patchbay.server.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.query.DeadLetters;
import dev.patchbay.query.Projections;
import dev.patchbay.query.Views;
import dev.patchbay.server.ViewsDump;
import dev.patchbay.server.log.Log;
import dev.patchbay.server.log.LogStorageEngine;
import dev.patchbay.server.log.RecentEvents;
import dev.patchbay.server.log.SqlLogReader;
import dev.patchbay.server.sqlite.SqliteDatabase.Durability;
import dev.patchbay.shared.Event;
import dev.patchbay.shared.Provenance;
import dev.patchbay.shared.call.CallDurationCorrected;
import dev.patchbay.shared.call.CallRecorded;
import dev.patchbay.shared.operator.OperatorCreated;
import dev.patchbay.shared.operator.OperatorRenamed;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.transaction.support.TransactionTemplate;

class ViewsBuildTest {

    private static final Instant NOON = Instant.parse("2026-04-15T12:00:00Z");
    private static final Provenance SOMEBODY = new Provenance(1, "api_key", 5, "req-1", null, null, null);

    @TempDir
    Path directory;

    private final Serializer serializer = Jackson3Serializer.builder().build();
    private final Map<String, Long> lengths = new HashMap<>();
    private SqliteDatabase events;
    private Log log;
    private LogStorageEngine engine;

    @BeforeEach
    void begin() throws SQLException {
        events = new SqliteDatabase(directory.resolve("events.db"), Durability.EVENTUALLY);
        new ResourceDatabasePopulator(new ClassPathResource("events.sql", SqliteLogStore.class))
                .execute(events.writer());
        log = new Log(new SqliteLogStore(events.writer(), new RecentEvents()));
        engine = new LogStorageEngine(log, new SqlLogReader(events.readers(), new RecentEvents()), serializer);
    }

    @AfterEach
    void end() {
        log.close();
        events.close();
    }

    @Test
    void gives_the_same_views_however_many_events_come_at_once() throws Exception {
        appendDays();

        List<String> oneByOne = built("one.db", 1);

        assertThat(oneByOne).hasSizeGreaterThan(30);
        assertThat(built("some.db", 3)).isEqualTo(oneByOne);
        assertThat(built("all.db", 1_000)).isEqualTo(oneByOne);
    }

    @Test
    void goes_on_from_where_the_last_one_ended_and_not_beyond_what_is_wanted() throws Exception {
        appendDays();
        try (SqliteDatabase views = open("interrupted.db");
                ViewsBuild build = new ViewsBuild(views, engine, serializer)) {
            assertThat(build.feed(4, 3)).isEqualTo(3);
            assertThat(build.feed(4, 3)).isEqualTo(4);
            assertThat(build.feed(4, 3)).isEqualTo(4);
        }
        try (SqliteDatabase views = open("interrupted.db");
                ViewsBuild build = new ViewsBuild(views, engine, serializer)) {
            assertThat(build.position()).isEqualTo(4);
        }

        assertThat(built("interrupted.db", 5)).isEqualTo(built("uninterrupted.db", 5));
    }

    @Test
    void brings_what_was_appended_after_it_had_been_at_the_head() throws Exception {
        append("operator-1", new OperatorCreated(1, 1, "Anna", "+15555550001", null, true));
        try (SqliteDatabase views = open("growing.db");
                ViewsBuild build = new ViewsBuild(views, engine, serializer)) {
            assertThat(build.feed(log.head(), 10)).isEqualTo(1);
            appendDays();
            assertThat(build.feed(log.head(), 1_000)).isEqualTo(log.head());
        }

        assertThat(built("growing.db", 10)).isEqualTo(built("grown.db", 10));
    }

    @Test
    void parks_what_a_projection_fails_on_and_comes_to_the_same_views_when_it_does_not_any_more() throws Exception {
        appendDays();
        try (SqliteDatabase views = open("parked.db");
                ViewsBuild build = new ViewsBuild(views, engine, serializer)) {
            JdbcClient client = JdbcClient.create(views.writer());
            client.sql(
                            "create trigger defect before insert on call when new.id in (4, 9) begin select raise(abort, 'no'); end")
                    .update();
            client.sql(
                            "create trigger another before insert on operator when new.name = 'Renamed 7' begin select raise(abort, 'no'); end")
                    .update();

            assertThat(build.feed(log.head(), 1_000)).isEqualTo(log.head());

            assertThat(client.sql("select distinct stream from dead_letter")
                            .query(String.class)
                            .list())
                    .containsExactlyInAnyOrder("call-4", "call-9", "operator-13");
            client.sql("drop trigger defect").update();
            client.sql("drop trigger another").update();
            retry(views);
            build.complete();
        }

        assertThat(ViewsDump.of(directory.resolve("parked.db"))).isEqualTo(built("whole.db", 1_000));
    }

    private void retry(SqliteDatabase views) {
        Views written = new Views(views.writer(), views.readers());
        DeadLetters letters = new DeadLetters(
                written,
                Projections.of(written),
                position -> ViewsBuild.at(engine, position),
                SqliteErrors::areOfTheStore);
        new TransactionTemplate(new DataSourceTransactionManager(views.writer()))
                .executeWithoutResult(status -> letters.retry());
    }

    private List<String> built(String file, int most) throws SQLException {
        try (SqliteDatabase views = open(file);
                ViewsBuild build = new ViewsBuild(views, engine, serializer)) {
            while (build.position() < log.head()) {
                build.feed(log.head(), most);
            }
            build.complete();
        }
        return ViewsDump.of(directory.resolve(file));
    }

    private SqliteDatabase open(String file) {
        return new SqliteDatabase(directory.resolve(file), Durability.EVENTUALLY);
    }

    /** Operators who are renamed, and calls of two numbers in the same hours, some of them corrected. */
    private void appendDays() {
        for (long id = 10; id < 14; id++) {
            append("operator-" + id, new OperatorCreated(id, 1, "Operator " + id, "+155555500" + id, null, true));
        }
        for (long id = 1; id < 20; id++) {
            append("call-" + id, call(id, id % 2, id % 3 == 0 ? null : 10 + id % 4, NOON.plusSeconds(id * 600)));
            append("operator-" + (10 + id % 4), new OperatorRenamed(10 + id % 4, "Renamed " + id));
            if (id % 5 == 0) {
                append("call-" + (id - 1), new CallDurationCorrected(id - 1, id));
            }
        }
    }

    private static CallRecorded call(long id, long number, Long operator, Instant begun) {
        String status = operator == null ? "missed" : "answered";
        return new CallRecorded(
                id, 1, number, null, "inbound", null, null, status, 60 + id, operator, false, null, begun, null);
    }

    private void append(String stream, Event event) {
        long sequence = lengths.merge(stream, 1L, Long::sum) - 1;
        engine.appendEvents(
                new GenericDomainEventMessage<>("any", stream, sequence, event, MetaData.from(SOMEBODY.toMetaData())));
    }
}
