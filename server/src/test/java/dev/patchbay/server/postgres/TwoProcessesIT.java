package dev.patchbay.server.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.patchbay.server.Client;
import dev.patchbay.server.Client.Reply;
import dev.patchbay.server.RunningServer;
import dev.patchbay.server.Rush;
import dev.patchbay.server.ViewsDump;
import dev.patchbay.server.postgres.EmbeddedDatabases.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two servers, each with views of its own, on one real PostgreSQL. */
class TwoProcessesIT {

    private static final int ROUNDS = Integer.getInteger("patchbay.test.rounds", 15);
    private static final String CROWDED = "{\"error\":\"Others keep changing this at the same time\"}";
    private static final String STILL_RUNNING = "{\"error\":\"A request with this Idempotency-Key is still running\"}";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    @TempDir
    private static Path directory;

    private static EmbeddedDatabase database;
    private static RunningServer one;
    private static RunningServer other;

    @BeforeAll
    static void start() {
        database = EmbeddedDatabases.create();
        one = start("one");
        other = start("other");
    }

    /** With snapshots of nearly everything, so that each would decide from what the other has changed. */
    private static RunningServer start(String name) {
        return RunningServer.on(
                directory.resolve(name),
                Stream.concat(database.settings().stream(), Stream.of("patchbay.snapshots.after-events=2"))
                        .toArray(String[]::new));
    }

    /** Whatever the tests above did. */
    @AfterAll
    static void the_views_of_both_and_views_built_anew_are_equal_row_by_row() throws SQLException {
        long end = database.end();
        for (Client client : both()) {
            assertThat(upToDate(client, "operators").position()).isEqualTo(end);
        }
        one.close();
        other.close();
        start("anew").close();

        assertThat(database.end()).isEqualTo(end);
        List<String> views = ViewsDump.of(views("one"));
        assertThat(views).hasSizeGreaterThan(100);
        assertThat(ViewsDump.of(views("other"))).isEqualTo(views);
        assertThat(ViewsDump.of(views("anew"))).isEqualTo(views);
    }

    @Test
    void a_replay_that_is_started_over_one_is_followed_by_the_other() {
        Reply started = other.client().post("projections/views/replays", "{}");
        assertThat(started.status()).as(started.body()).isEqualTo(201);

        for (String name : List.of("one", "other")) {
            await().until(() -> views(name).endsWith("views-" + started.id() + ".db"));
        }
        for (Client client : both()) {
            Reply replay = client.get("projections/views/replays/" + started.id());
            assertThat(replay.data().get("status").asString()).isEqualTo("switched");
            assertThat(made(client.post("operators", operator("After the replay")))
                            .data()
                            .get("name")
                            .asString())
                    .isEqualTo("After the replay");
        }
    }

    @Test
    void what_one_has_answered_the_other_answers_too() {
        Client here = one.client();
        Client there = other.client();
        for (int i = 0; i < 50; i++) {
            Reply written = here.post("operators", operator("Operator " + i));
            assertThat(written.status()).isEqualTo(201);
            Reply read =
                    there.get("operators/" + written.id(), "Patchbay-Min-Position", Long.toString(written.position()));
            assertThat(read.status()).isEqualTo(200);
            assertThat(read.data()).isEqualTo(written.data());
            Client unused = here;
            here = there;
            there = unused;
        }
    }

    @Test
    void what_one_has_made_can_be_changed_and_deleted_at_the_other_at_once() {
        for (int i = 0; i < 2 * ROUNDS; i++) {
            Reply made = made(both(i).post("operators", operator("Made " + i)));
            String path = "operators/" + made.id();
            Reply changed = both(i + 1).patch(path, "{\"name\": \"Changed\"}", "If-Match", made.etag());
            assertThat(changed.status()).as(changed.body()).isEqualTo(200);
            assertThat(both(i).delete(path, "If-Match", changed.etag()).status())
                    .isEqualTo(200);
            assertThat(both(i + 1).delete(path).status()).isEqualTo(404);
        }
    }

    @Test
    void both_create_at_once_and_no_id_is_given_twice() {
        List<List<Long>> ids = Rush.of(
                16,
                client -> IntStream.range(0, 25)
                        .mapToObj(i -> made(both(client).post("operators", operator("Crowd")))
                                .id())
                        .toList());

        assertThat(ids.stream().flatMap(List::stream)).hasSize(400).doesNotHaveDuplicates();
    }

    /** What only one can have. */
    @SuppressWarnings("ImmutableEnumChecker") // what it does has no state
    enum Claim {
        TEAM {
            @Override
            Reply by(RunningServer server, int number) {
                String body = "{\"name\": \"Team %d\", \"conversation_assignment_type\": \"Manual\"}";
                return server.agents().post("teams", body.formatted(number));
            }
        },
        ROLE {
            @Override
            Reply by(RunningServer server, int number) {
                String body = "{\"name\": \"Role %d\", \"permissions\": [\"ai:manage\"]}";
                return server.agents().post("roles", body.formatted(number));
            }
        },
        E_MAIL_ADDRESS {
            @Override
            Reply by(RunningServer server, int number) {
                String body = "{\"first_name\": \"Ada\", \"email\": \"ada%d@example.com\", \"role\": \"Agent\"}";
                return server.agents().post("agents", body.formatted(number));
            }
        },
        PHONE_NUMBER {
            @Override
            Reply by(RunningServer server, int number) {
                return server.client().post("virtual_numbers/purchase", number(number));
            }
        };

        abstract Reply by(RunningServer server, int number);

        int refused() {
            return this == PHONE_NUMBER ? 422 : 409;
        }
    }

    @ParameterizedTest
    @EnumSource
    void exactly_one_gets_what_both_claim_at_once(Claim claim) {
        for (int round = 0; round < ROUNDS; round++) {
            int number = NUMBERS.incrementAndGet();
            List<Reply> replies = Rush.of(4, i -> claim.by(i % 2 == 0 ? one : other, number));

            assertThat(replies).filteredOn(reply -> reply.status() < 300).hasSize(1);
            assertThat(replies)
                    .filteredOn(reply -> reply.status() >= 300)
                    .allSatisfy(
                            reply -> assertThat(reply.status()).as(reply.body()).isEqualTo(claim.refused()));
        }
    }

    @Test
    void what_both_change_at_once_keeps_every_change_that_was_acknowledged() {
        long operator =
                made(one.client().post("operators", operator("Changed"))).id();

        List<List<String>> acknowledged = Rush.of(8, client -> {
            List<String> names = new ArrayList<>();
            for (int i = 0; i < ROUNDS; i++) {
                String name = "Name " + client + " " + i;
                Reply reply = both(client).patch("operators/" + operator, "{\"name\": \"" + name + "\"}");
                if (reply.status() == 200) {
                    assertThat(reply.position()).isPositive();
                    names.add(name);
                } else {
                    assertThat(reply.status()).as(reply.body()).isEqualTo(409);
                    assertThat(reply.body()).isEqualTo(CROWDED);
                }
            }
            return names;
        });

        List<String> names = acknowledged.stream().flatMap(List::stream).toList();
        assertThat(names).hasSizeGreaterThan(ROUNDS);
        assertThat(payloads("operator-" + operator, "OperatorRenamed")
                        .map(payload -> payload.get("name").asString()))
                .containsExactlyInAnyOrderElementsOf(names);
        assertThat(upToDate(one.client(), "operators/" + operator).body())
                .isEqualTo(upToDate(other.client(), "operators/" + operator).body());
    }

    @Test
    void exactly_one_changes_what_all_of_them_saw() {
        long operator = made(one.client().post("operators", operator("Seen"))).id();
        for (int round = 0; round < ROUNDS; round++) {
            String seen = upToDate(both(round), "operators/" + operator).etag();
            String name = "Seen in round " + round + " by ";
            List<Reply> replies = Rush.of(
                    6,
                    client -> both(client)
                            .patch("operators/" + operator, "{\"name\": \"" + name + client + "\"}", "If-Match", seen));

            assertThat(replies).filteredOn(reply -> reply.status() == 200).hasSize(1);
            assertThat(replies)
                    .filteredOn(reply -> reply.status() != 200)
                    .extracting(Reply::status)
                    .containsOnly(412);
        }
    }

    @Test
    void a_creation_that_is_sent_to_both_at_once_happens_once() {
        int before = upToDate(one.client(), "operators").data().size();
        for (int round = 0; round < ROUNDS; round++) {
            String body = operator("Sent in round " + round);
            String[] key = {"Idempotency-Key", "creation " + round};
            requireOneAnswer(201, Rush.of(4, client -> both(client).post("operators", body, key)));
        }

        assertThat(upToDate(other.client(), "operators").data()).hasSize(before + ROUNDS);
    }

    @Test
    void what_can_be_done_only_once_is_not_refused_when_it_is_sent_to_both_at_once() {
        for (int round = 0; round < ROUNDS; round++) {
            String[] key = {"Idempotency-Key", "once " + round};
            String number = number(NUMBERS.incrementAndGet());
            Reply bought = requireOneAnswer(
                    201, Rush.of(4, client -> both(client).post("virtual_numbers/purchase", number, key)));

            String[] other = {"Idempotency-Key", "gone " + round};
            requireOneAnswer(200, Rush.of(4, client -> both(client).delete("virtual_numbers/" + bought.id(), other)));
        }
    }

    @Test
    void no_number_has_an_operator_that_was_deleted_while_it_was_attached() {
        List<Long> numbers = Stream.generate(
                        () -> made(one.client().post("virtual_numbers/purchase", number(NUMBERS.incrementAndGet())))
                                .id())
                .limit(3)
                .toList();
        List<Long> deleted = new ArrayList<>();
        for (int round = 0; round < 2 * ROUNDS; round++) {
            int turn = round;
            long operator =
                    made(both(round).post("operators", operator("Fleeting"))).id();
            List<Reply> replies = Rush.of(
                    4,
                    client -> client == 3
                            ? both(turn).delete("operators/" + operator)
                            : both(turn + 1)
                                    .post(
                                            "virtual_numbers/" + numbers.get(client) + "/add_operator",
                                            "{\"operator_id\": " + operator + "}"));

            assertThat(replies.subList(0, 3))
                    .allSatisfy(
                            reply -> assertThat(reply.status()).as(reply.body()).isIn(200, 404, 409, 422));
            assertThat(replies.get(3).status()).as(replies.get(3).body()).isIn(200, 409);
            if (replies.get(3).status() == 200) {
                deleted.add(operator);
            }
        }

        assertThat(deleted).isNotEmpty();
        assertThat(attached()).doesNotContainAnyElementsOf(deleted);
        for (Client client : both()) {
            for (long number : numbers) {
                assertThat(ids(upToDate(client, "virtual_numbers/" + number)
                                .data()
                                .get("operators")))
                        .doesNotContainAnyElementsOf(deleted);
            }
        }
    }

    /** The operators that are attached to any number, as the log says: no view hides those that should not be. */
    private static Set<Long> attached() {
        Map<String, Long> attachments = new HashMap<>();
        JdbcClient.create(database.connections())
                .sql("""
                        select payload_type, payload from event
                        where payload_type like '%.OperatorAttached' or payload_type like '%.OperatorDetached'
                        order by position""")
                .query((row, index) -> {
                    JsonNode event = JsonMapper.shared().readTree(row.getString("payload"));
                    long operator = event.get("operatorId").asLong();
                    String place = event.get("virtualNumberId") + " " + operator;
                    return row.getString("payload_type").endsWith("Attached")
                            ? attachments.put(place, operator)
                            : attachments.remove(place);
                })
                .list();
        return Set.copyOf(attachments.values());
    }

    /** All of them are this answer but for those that were sent while it was still looked for. */
    private static Reply requireOneAnswer(int status, List<Reply> replies) {
        List<Reply> answered =
                replies.stream().filter(reply -> reply.status() == status).toList();
        assertThat(answered).as(replies.toString()).isNotEmpty();
        assertThat(answered)
                .extracting(Reply::body)
                .containsOnly(answered.getFirst().body());
        assertThat(answered)
                .filteredOn(reply -> reply.header("Idempotent-Replayed").isEmpty())
                .hasSize(1);
        assertThat(replies)
                .filteredOn(reply -> reply.status() != status)
                .allSatisfy(reply -> assertThat(reply.body()).isIn(STILL_RUNNING, CROWDED));
        return answered.getFirst();
    }

    private static Client[] both() {
        return new Client[] {one.client(), other.client()};
    }

    private static Client both(int turn) {
        return both()[turn % 2];
    }

    private static String operator(String name) {
        return "{\"name\": \"%s\", \"phone_number\": \"+15555550100\"}".formatted(name);
    }

    private static String number(long last) {
        return "{\"phone_number\": \"+1555%07d\"}".formatted(last);
    }

    private static Reply made(Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        return reply;
    }

    private static List<Long> ids(JsonNode entries) {
        return entries.valueStream().map(entry -> entry.get("id").asLong()).toList();
    }

    /** The file of the views that serve. */
    private static Path views(String name) {
        Path pointer = directory.resolve(name).resolve("views.served");
        try {
            return pointer.resolveSibling(
                    Files.exists(pointer) ? Files.readString(pointer).strip() : "views.db");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is there when all has come that the log has. */
    private static Reply upToDate(Client client, String path) {
        return client.get(path, "Patchbay-Min-Position", Long.toString(database.end()));
    }

    private static Stream<JsonNode> payloads(String stream, String type) {
        return JdbcClient.create(database.connections())
                .sql("select payload from event where stream = ? and payload_type like '%.' || ? order by sequence")
                .params(stream, type)
                .query(String.class)
                .list()
                .stream()
                .map(JSON::readTree);
    }
}
