package dev.patchbay.server.contract;

import static dev.patchbay.server.contract.Answers.assertError;
import static dev.patchbay.server.contract.Answers.assertInvalid;
import static dev.patchbay.server.contract.Answers.assertNotFound;
import static dev.patchbay.server.contract.Answers.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.patchbay.rest.bus.Decisions;
import dev.patchbay.rest.bus.Questions;
import dev.patchbay.server.Client;
import dev.patchbay.server.Client.Reply;
import dev.patchbay.server.replay.Gauge;
import dev.patchbay.shared.Kind;
import dev.patchbay.shared.Moment;
import dev.patchbay.shared.Provenance;
import dev.patchbay.shared.Together;
import dev.patchbay.shared.account.AccountId;
import dev.patchbay.shared.projection.ReplayProgress;
import dev.patchbay.shared.replay.ReplayCommand;
import dev.patchbay.shared.replay.ReplayCommand.FailReplay;
import dev.patchbay.shared.replay.ReplayCommand.ReportDifferences;
import dev.patchbay.shared.replay.ReplayCommand.StartReplay;
import dev.patchbay.shared.replay.ReplayCommand.SwitchReplay;
import dev.patchbay.shared.replay.ReplayId;
import dev.patchbay.shared.replay.ReplayQuery.FindReplay;
import dev.patchbay.shared.replay.TableDifference;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@ExtendWith(SharedServer.class)
class ReplaysIT {
    private static final String REPLAYS = "/projections/views/replays";
    /** So slow that it is not over before the test. */
    private static final String SLOWLY = "{\"events_per_second\": 1}";

    private final Client root = SharedServer.client();

    @BeforeEach
    @AfterEach
    void end() {
        JsonNode replay = root.get("/projections/views").data().get("replay");
        if (replay.isObject()) {
            ask(replay.get("id").asLong(), "cancel");
        }
    }

    @Test
    void is_started_and_shown_with_its_projection() {
        Reply started = root.post(REPLAYS, SLOWLY);

        assertThat(started.status()).isEqualTo(201);
        assertThat(started.data().get("account_id").asLong()).isEqualTo(1);
        assertThat(started.data().get("status").asString()).isEqualTo("running");
        assertThat(started.data().get("events_per_second").asInt()).isEqualTo(1);
        assertThat(started.data().get("started_position").asLong()).isEqualTo(started.position());
        assertThat(lasting(root.get(REPLAYS + "/" + started.id()))).isEqualTo(lasting(started));
        JsonNode newest = root.get(REPLAYS + "?per_page=1").data().get(0);
        assertThat(newest.get("id").asLong()).isEqualTo(started.id());
        JsonNode projection = root.get("/projections").data().get(0);
        assertThat(projection.get("name").asString()).isEqualTo("views");
        assertThat(projection.at("/replay/id").asLong()).isEqualTo(started.id());
        assertThat(root.get("/projections/views").data().get("position").asLong())
                .isPositive();
    }

    @Test
    void is_refused_while_another_is_under_way() {
        long first = start();

        assertError(root.post(REPLAYS, "{}"), 409, "Replay " + first + " is under way");
        ask(first, "cancel");
        assertThat(root.post(REPLAYS, SLOWLY).status()).isEqualTo(201);
    }

    @Test
    void is_paused_limited_resumed_and_cancelled_once() {
        long id = start();

        assertThat(ask(id, "pause").data().get("status").asString()).isEqualTo("paused");
        Reply again = ask(id, "pause");
        assertThat(again.status()).isEqualTo(200);
        assertThat(root.patch(REPLAYS + "/" + id, "{\"events_per_second\": 2}")
                        .data()
                        .get("events_per_second")
                        .asInt())
                .isEqualTo(2);
        assertThat(root.patch(REPLAYS + "/" + id, "{}").data().get("events_per_second"))
                .isEqualTo(root.get(REPLAYS + "/" + id).data().get("events_per_second"));
        assertThat(ask(id, "resume").data().get("status").asString()).isEqualTo("running");
        assertError(ask(id, "accept"), 409, "Replay " + id + " is running");
        assertThat(ask(id, "cancel").data().get("status").asString()).isEqualTo("cancelled");
        assertThat(ask(id, "cancel").status()).isEqualTo(200);
        assertError(ask(id, "resume"), 409, "Replay " + id + " is cancelled");
        assertError(
                root.patch(REPLAYS + "/" + id, "{\"events_per_second\": null}"), 409, "Replay " + id + " is cancelled");
        assertThat(types(id))
                .containsExactly("ReplayStarted", "ReplayPaused", "ReplayLimited", "ReplayResumed", "ReplayCancelled");
    }

    @Test
    void that_differs_says_in_which_rows_and_switches_when_that_is_accepted() {
        long id = start();
        decide(
                id,
                new ReportDifferences(
                        new ReplayId(id),
                        5,
                        List.of(new TableDifference("operator", 1, 2, List.of("id=7 valid_to=9")))));

        JsonNode differing = root.get(REPLAYS + "/" + id).data();
        assertThat(differing.get("status").asString()).isEqualTo("differing");
        assertThat(differing.get("position").asLong()).isEqualTo(5);
        assertThat(differing.get("differences").toString())
                .isEqualTo(
                        "[{\"table\":\"operator\",\"only_in_old\":1,\"only_in_new\":2,\"rows\":[\"id=7 valid_to=9\"]}]");
        assertError(ask(id, "pause"), 409, "Replay " + id + " is differing");
        // Whoever makes it may be quick.
        assertThat(ask(id, "accept").data().get("status").asString()).isIn("accepted", "switched");
        decide(id, new SwitchReplay(new ReplayId(id), 6));
        assertThat(root.get(REPLAYS + "/" + id).data().get("status").asString()).isEqualTo("switched");
        assertThat(root.get("/projections/views").data().get("replay").isNull()).isTrue();
        assertThat(trail("audit_events?entity_type=replay&entity_id=" + id + "&type=ReplayTableDiffered")
                        .get(0)
                        .get("changes")
                        .toString())
                .contains("\"field\":\"differences\"")
                .doesNotContain("valid_to=9");
    }

    @Test
    void that_differs_is_discarded() {
        long id = start();
        decide(id, new ReportDifferences(new ReplayId(id), 5, List.of()));

        assertThat(ask(id, "discard").data().get("status").asString()).isEqualTo("discarded");
    }

    @Test
    void that_failed_says_why() {
        long id = start();
        decide(id, new FailReplay(new ReplayId(id), 3, "disk full"));

        JsonNode failed = root.get(REPLAYS + "/" + id).data();
        assertThat(failed.get("status").asString()).isEqualTo("failed");
        assertThat(failed.get("error").asString()).isEqualTo("disk full");
        assertThat(failed.get("position").asLong()).isEqualTo(3);
    }

    @Test
    void shows_the_progress_that_whoever_makes_it_says() {
        long id = start();
        String shown = "{\"events_done\":10,\"events_total\":200,\"events_per_second\":40,\"seconds_left\":5}";

        ask(id, "pause");

        // Whoever makes it may say something else until it has seen that it is paused.
        await().untilAsserted(() -> {
            SharedServer.part(Gauge.class).show(id, new ReplayProgress(10, 200, 40, 5L));
            assertThat(root.get(REPLAYS + "/" + id).data().get("progress").toString())
                    .isEqualTo(shown);
        });
    }

    @Test
    void is_as_it_was_at_any_moment() {
        Reply started = root.post(REPLAYS, SLOWLY);
        Reply paused = ask(started.id(), "pause");
        String path = REPLAYS + "/" + started.id() + "?as_of=@";

        assertNotFound(root.get(path + (started.position() - 2)));
        assertThat(root.get(path + started.position()).data().get("status").asString())
                .isEqualTo("running");
        assertThat(root.get(path + paused.position()).data().get("status").asString())
                .isEqualTo("paused");
        assertThat(root.get(REPLAYS + "/" + started.id() + "/diff?from=@" + started.position())
                        .data()
                        .get("changes")
                        .toString())
                .isEqualTo("[{\"field\":\"status\",\"before\":\"running\",\"after\":\"paused\"}]");
        assertThat(root.get("/projections/views?as_of=@" + (started.position() - 2))
                        .data()
                        .get("replay")
                        .isNull())
                .isTrue();
        assertThat(root.get(REPLAYS + "/" + started.id() + "?include=blame")
                        .data()
                        .at("/blame/status/type")
                        .asString())
                .isEqualTo("ReplayPaused");
    }

    @Test
    void is_changed_only_by_those_who_saw_what_it_is_and_started_once_under_a_key() {
        Reply started = root.post(REPLAYS, SLOWLY, "Idempotency-Key", "replay it");
        String one = REPLAYS + "/" + started.id();

        assertThat(lasting(root.post(REPLAYS, SLOWLY, "Idempotency-Key", "replay it")))
                .isEqualTo(lasting(started));
        assertThat(root.post(one + "/pause", "", "If-Match", started.etag()).status())
                .isEqualTo(200);
        assertThat(root.post(one + "/resume", "", "If-Match", started.etag()).status())
                .isEqualTo(412);
    }

    @Test
    void is_for_those_who_may() {
        long id = start();
        Client tenant = Tenant.open().client();
        Tenant first = new Tenant(root);

        assertError(tenant.get("/projections"), 403, "Admin permission required");
        assertError(tenant.post(REPLAYS, SLOWLY), 403, "Admin permission required");
        assertError(
                first.scopedTo(first.project("Support"), "read", "write", "admin")
                        .get(REPLAYS + "/" + id),
                403,
                "Account-wide API key required");
        assertThat(first.with("admin").get(REPLAYS + "/" + id).status()).isEqualTo(200);
    }

    @Test
    void is_everybodys_and_each_account_reads_what_its_own_keys_did() {
        long stranger = root.post("/accounts", "{\"name\": \"Stranger\"}").id();
        Decisions decisions = SharedServer.part(Decisions.class);
        Provenance provenance = Provenance.system(stranger, "another account");
        long id = decisions.allocate(Kind.REPLAY, provenance);
        decisions.decide(
                Together.of(new StartReplay(new ReplayId(id), new AccountId(stranger), "views", 1)), provenance);
        seen(id);

        assertThat(ask(id, "pause").data().get("account_id").asLong()).isEqualTo(stranger);
        assertThat(texts(root.get(REPLAYS + "/" + id + "/history").data(), "type"))
                .containsExactly("ReplayPaused");
        assertThat(texts(root.get(REPLAYS + "/" + id + "/diff?from=@0").data().get("events"), "type"))
                .containsExactly("ReplayPaused");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/projections/nothing",
                "/projections/nothing/replays",
                "/projections/nothing/replays/ID",
                "/projections/nothing/replays/ID/history",
                "/projections/views/replays/999999",
                "/projections/views/replays/x"
            })
    void is_not_found_under_another_name(String path) {
        long id = start();

        assertNotFound(root.get(path.replace("ID", Long.toString(id))));
        assertNotFound(root.post("/projections/nothing/replays", SLOWLY));
        assertNotFound(root.post("/projections/nothing/replays/" + id + "/cancel", ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|Events per second must be between 1 and 1000000",
                "1000001|Events per second must be between 1 and 1000000",
                "'\"1\"'|Events per second must be an integer"
            })
    void needs_a_rate_that_can_be(String rate, String message) {
        assertInvalid(root.post(REPLAYS, "{\"events_per_second\": " + rate + "}"), message);
    }

    private long start() {
        return root.post(REPLAYS, SLOWLY).id();
    }

    private Reply ask(long id, String what) {
        return root.post(REPLAYS + "/" + id + "/" + what, "");
    }

    /** As whoever makes the replay does. */
    private static void decide(long id, ReplayCommand command) {
        SharedServer.part(Decisions.class).decide(Together.of(command), Provenance.system(1, "replay " + id));
        seen(id);
    }

    private static void seen(long id) {
        assertThat(SharedServer.part(Questions.class)
                        .ask(new FindReplay("views", id, Moment.head()))
                        .found())
                .isPresent();
    }

    private List<String> types(long id) {
        return trail(REPLAYS + "/" + id + "/history?order=asc")
                .valueStream()
                .map(entry -> entry.get("type").asString())
                .toList();
    }

    private JsonNode trail(String path) {
        return root.get(path).data();
    }

    private static String lasting(Reply reply) {
        return reply.body().replaceFirst("\"progress\":(null|\\{[^}]*})", "");
    }
}
