package dev.patchbay.server.contract;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.patchbay.rest.bus.Decisions;
import dev.patchbay.server.Client;
import dev.patchbay.server.terminal.Terminal;
import dev.patchbay.shared.Provenance;
import dev.patchbay.shared.Together;
import dev.patchbay.shared.replay.ReplayCommand;
import dev.patchbay.shared.replay.ReplayCommand.CancelReplay;
import dev.patchbay.shared.replay.ReplayCommand.FailReplay;
import dev.patchbay.shared.replay.ReplayCommand.ReportDifferences;
import dev.patchbay.shared.replay.ReplayCommand.SwitchReplay;
import dev.patchbay.shared.replay.ReplayId;
import dev.patchbay.shared.replay.TableDifference;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Projections, replays and the audit trail from a terminal. */
@ExtendWith(SharedServer.class)
class ReplayTerminalIT {
    private static final String SLOWLY = "--events-per-second=1";

    private final Client root = SharedServer.client();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    @AfterEach
    void end() {
        JsonNode replay = underWay();
        if (replay.isObject()) {
            root.post("projections/views/replays/" + replay.get("id").asLong() + "/cancel", "");
        }
    }

    @Test
    void says_how_far_the_projections_are_in_columns_or_json() {
        assertThat(run("replay", "views", SLOWLY, "--detach")).isZero();
        long id = underWay().get("id").asLong();
        assertThat(out.toString()).startsWith("replay " + id + " is running");

        assertThat(run("projections")).isZero();
        assertThat(out.toString().lines().skip(1))
                .first()
                .asString()
                .matches("NAME +POSITION +LAG +DEAD LETTERS +REPLAY");
        assertThat(out.toString())
                .containsPattern("views +[0-9]+ +[0-9]+ events, [0-9]+ s +0 +replay " + id + " is running");

        out.getBuffer().setLength(0);
        assertThat(run("projections", "--json")).isZero();
        assertThat(JsonMapper.shared()
                        .readTree(out.toString())
                        .get(0)
                        .at("/replay/id")
                        .asLong())
                .isEqualTo(id);
    }

    @Test
    void follows_a_replay_until_the_new_views_answer() {
        assertThat(following(id -> new SwitchReplay(id, 7), "--json")).isZero();
        assertThat(JsonMapper.shared().readTree(out.toString()).get("status").asString())
                .isEqualTo("switched");
    }

    @Test
    void says_by_its_exit_code_what_else_became_of_a_replay() {
        List<TableDifference> tables = List.of(new TableDifference("operator", 12, 0, List.of()));

        assertThat(following(id -> new ReportDifferences(id, 7, tables))).isEqualTo(5);
        assertThat(out.toString()).contains(" is differing at position 7").containsPattern("operator +12 +0");
        end();
        assertThat(following(id -> new FailReplay(id, 8, "disk full"))).isEqualTo(6);
        assertThat(out.toString()).contains(" is failed at position 8: disk full");
        assertThat(following(CancelReplay::new)).isEqualTo(7);
    }

    @Test
    void says_what_the_server_says_against_it() {
        assertThat(run("replay", "nothing")).isEqualTo(3);
        assertThat(err.toString()).contains("404");
        assertThat(run("replay", "views", "--events-per-second=0")).isEqualTo(3);
        assertThat(err.toString()).contains("must be between 1 and 1000000");
        assertThat(run("replay")).isEqualTo(2);
        assertThat(run("audit", "--limit=0")).isEqualTo(2);
        assertThat(run("audit", "--order=up")).isEqualTo(3);
        assertThat(run(Map.of(), "projections")).isEqualTo(2);
    }

    @Test
    void prints_the_entries_of_the_audit_trail_that_are_chosen_over_as_many_parts_as_it_takes() {
        Tenant tenant = Tenant.open();
        long operator = tenant.operator("Ada");
        for (int name = 1; name <= 104; name++) {
            tenant.client().patch("operators/" + operator, "{\"name\": \"Ada " + name + "\"}");
        }
        Map<String, String> environment = environment(tenant.client().key());

        assertThat(run(environment, "audit", "--type=OperatorRenamed", "--limit=103", "--json"))
                .isZero();
        List<JsonNode> entries =
                out.toString().lines().map(JsonMapper.shared()::readTree).toList();
        assertThat(entries).hasSize(103);
        assertThat(entries.getFirst().at("/changes/0/after").asString()).isEqualTo("Ada 104");

        out.getBuffer().setLength(0);
        assertThat(run(environment, "audit", "--entity-type=operator", "--entity-id=" + operator, "--q=ada 104"))
                .isZero();
        assertThat(out.toString().lines()).hasSize(2);
        assertThat(out.toString())
                .startsWith("POSITION  TIME")
                .contains("OperatorRenamed  operator " + operator
                        + "  api_key First key  name: \"Ada 103\" -> \"Ada 104\"");
    }

    /** Runs a replay from the terminal, and has this become of it; the exit status. */
    private int following(Function<ReplayId, ReplayCommand> end, String... options) {
        String[] arguments = new String[options.length + 3];
        arguments[0] = "replay";
        arguments[1] = "views";
        arguments[2] = SLOWLY;
        System.arraycopy(options, 0, arguments, 3, options.length);
        CompletableFuture<Integer> command = CompletableFuture.supplyAsync(() -> run(arguments));
        await().until(() -> underWay().isObject());
        long id = underWay().get("id").asLong();
        SharedServer.part(Decisions.class)
                .decide(Together.of(end.apply(new ReplayId(id))), Provenance.system(1, "replay " + id));
        return command.orTimeout(1, MINUTES).join();
    }

    private JsonNode underWay() {
        return root.get("projections/views").data().get("replay");
    }

    private int run(String... arguments) {
        return run(environment(root.key()), arguments);
    }

    private int run(Map<String, String> environment, String... arguments) {
        return Terminal.run(environment, new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    private static Map<String, String> environment(String key) {
        return Map.of("PATCHBAY_KEY", key, "PATCHBAY_URL", SharedServer.root().toString());
    }
}
