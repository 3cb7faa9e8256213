package dev.patchbay.server.store;

import dev.patchbay.rest.exchange.RetainedAnswers;
import dev.patchbay.server.ConditionalOnRole;
import dev.patchbay.server.ServerSettings.Role;
import dev.patchbay.shared.request.RequestKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Refusals in the private database, until they are a day old. */
@Component
@ConditionalOnRole(Role.API)
class StoredRetainedAnswers implements RetainedAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(StoredRetainedAnswers.class);
    private static final Duration MEMORY = Duration.ofHours(24);
    private static final long CLEANING_MILLIS = 3_600_000;
    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient writing;
    private final JdbcClient reading;
    private final Clock clock;

    StoredRetainedAnswers(PrivateDatabase database, Clock clock) {
        this.writing = JdbcClient.create(database.writer());
        this.reading = JdbcClient.create(database.readers());
        this.clock = clock;
    }

    @Override
    public Optional<RetainedAnswer> find(RequestKey requestKey, Instant now) {
        return Faults.translated(
                "retained refusals cannot be looked up",
                () -> reading.sql("""
                                select fingerprint, status, headers, body from retained_answer
                                where request_key = ? and answered_at > ?""")
                        .params(requestKey.digest(), forgottenAt(now))
                        .query((row, index) -> answer(row))
                        .optional());
    }

    @Override
    public void retain(RequestKey requestKey, RetainedAnswer answer, Instant at) {
        Faults.translated("a refusal cannot be retained", () -> {
            writing.sql("""
                            insert into retained_answer (request_key, fingerprint, status, headers, body, answered_at)
                            values (?, ?, ?, ?, ?, ?)
                            on conflict (request_key) do update set fingerprint = excluded.fingerprint,
                                status = excluded.status, headers = excluded.headers, body = excluded.body,
                                answered_at = excluded.answered_at
                            where retained_answer.answered_at <= ?""")
                    .params(
                            requestKey.digest(),
                            answer.fingerprint(),
                            answer.status(),
                            JSON.writeValueAsString(answer.headers()),
                            answer.body(),
                            at.toEpochMilli(),
                            forgottenAt(at))
                    .update();
        });
    }

    @Scheduled(fixedDelay = CLEANING_MILLIS)
    void forget() {
        try {
            writing.sql("delete from retained_answer where answered_at <= ?")
                    .param(forgottenAt(clock.instant()))
                    .update();
        } catch (DataAccessException e) {
            LOG.warn("old refusals cannot be deleted: {}", e.getMessage());
        }
    }

    private static long forgottenAt(Instant now) {
        return now.minus(MEMORY).toEpochMilli();
    }

    private static RetainedAnswer answer(ResultSet row) throws SQLException {
        return new RetainedAnswer(
                row.getString("fingerprint"),
                row.getInt("status"),
                JSON.readValue(row.getString("headers"), HEADERS),
                row.getString("body"));
    }
}
