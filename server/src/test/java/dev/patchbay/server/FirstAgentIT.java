package dev.patchbay.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.query.Progress;
import dev.patchbay.rest.answer.Digest;
import dev.patchbay.rest.bus.Decisions;
import dev.patchbay.rest.bus.Questions;
import dev.patchbay.rest.caller.AgentCredentials;
import dev.patchbay.rest.exchange.NewKeyPair;
import dev.patchbay.server.Client.Reply;
import dev.patchbay.server.ServerSettings.Admin;
import dev.patchbay.server.ServerSettings.Admin.Api;
import dev.patchbay.server.store.StoredAgentCredentials;
import dev.patchbay.shared.Moment;
import dev.patchbay.shared.Provenance;
import dev.patchbay.shared.Together;
import dev.patchbay.shared.account.AccountCommand.OpenAccount;
import dev.patchbay.shared.account.AccountId;
import dev.patchbay.shared.agent.AgentCommand.CreateAgent;
import dev.patchbay.shared.agent.AgentCommand.IssueAgentKey;
import dev.patchbay.shared.agent.AgentId;
import dev.patchbay.shared.agent.PersonName;
import dev.patchbay.shared.role.RoleId;
import dev.patchbay.shared.text.DisplayName;
import dev.patchbay.shared.text.EmailAddress;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** Whoever starts a server has to come in somehow. */
class FirstAgentIT {

    private static final Pattern SHOWN = Pattern.compile("curl -u (\\S+) (\\S+)/agents/me");

    private static final String STRANGER = "Stranger".repeat(4) + ":x";

    @TempDir
    Path directory;

    @Test
    void is_shown_its_keys_once_and_comes_in_with_them() {
        Started first = start();
        Matcher shown = SHOWN.matcher(first.printed);
        assertThat(shown.find()).as(first.printed).isTrue();
        Reply me = new Client(URI.create(shown.group(2) + "/"), shown.group(1)).get("agents/me");
        first.context.close();

        assertThat(me.data().get("roles").toString()).isEqualTo("[\"Admin\"]");
        assertThat(me.data().get("email").asString()).isEqualTo("admin@example.com");
        Started second = start();
        second.context.close();
        assertThat(second.printed).contains("Patchbay is ready").doesNotContainPattern(SHOWN);
    }

    @Test
    void comes_in_with_the_keys_that_are_set_which_are_not_shown() {
        String secret = RunningServer.FIRST_AGENT.split(":", 2)[1];
        Started first = start(settings(RunningServer.FIRST_AGENT, "Root@Example.com"));
        Reply me = new Client(first.root(), RunningServer.FIRST_AGENT).get("agents/me");
        first.context.close();

        assertThat(me.data().get("email").asString()).isEqualTo("root@example.com");
        assertThat(first.printed).doesNotContain(secret);
    }

    @Test
    void of_another_account_sees_nothing_of_the_first() {
        try (RunningServer server = RunningServer.on(directory)) {
            Client theirs = stranger(server, secondAccount(server), "admin@example.com");

            assertThat(theirs.get("agents").data()).hasSize(1);
            assertThat(theirs.get("agents/1").status()).isEqualTo(404);
            assertThat(theirs.get("roles/1").status()).isEqualTo(404);
            assertThat(server.agents().get("agents/2").status()).isEqualTo(404);
            assertThat(theirs.get("activity-logs").data().get("results").toString())
                    .doesNotContain("admin@example.com (#1)");
        }
    }

    @Test
    void of_an_account_that_is_opened_over_http_reads_of_its_roles_in_its_own_log_alone() {
        try (RunningServer server = RunningServer.on(directory)) {
            long before = activities(server.agents());
            long account = server.client()
                    .post("accounts", "{\"name\": \"Second\"}", "X-Request-Id", "opening")
                    .id();
            assertThat(activities(server.agents())).isEqualTo(before);

            Client theirs = stranger(server, account, "second@example.com");
            assertThat(activities(theirs)).isEqualTo(4);
            assertThat(theirs.get("activity-logs").data().get("results").toString())
                    .contains(
                            "created role Admin (#3)",
                            "created role Agent (#4)",
                            "created agent second@example.com (#2)");
            assertThat(activities(server.agents())).isEqualTo(before);
        }
    }

    @Test
    void is_whoever_has_the_address_and_takes_nobody_elses_keys() {
        String other = pair("OtherKey");
        try (RunningServer server = RunningServer.on(directory)) {
            Client admin = server.agents();
            admin.post("agents", agent("gone@example.com", "Admin", false));
            admin.post("agents", agent("able@example.com", "Admin", true));
            admin.patch("agents/1", "{\"roles\":[\"Agent\"]}");
            assertThat(emailOpenedWith(server, other, "admin@example.com")).isEqualTo("admin@example.com");
            assertThat(emailOpenedWith(server, pair("ThirdKey"), "gone@example.com"))
                    .isEqualTo("gone@example.com");
            assertThat(emailOpenedWith(server, pair("FourthKy"), "new@example.com"))
                    .isEqualTo("new@example.com");

            assertThat(admin.as(other).get("agents/me").status()).isEqualTo(200);
            assertThat(admin.as(pair("ThirdKey")).get("agents/me").status()).isEqualTo(200);
        }
    }

    @Test
    void comes_in_with_the_keys_that_are_set_also_when_they_are_those_from_before_the_last() {
        String one = RunningServer.FIRST_AGENT;
        String other = pair("OtherKey");
        try (RunningServer server = RunningServer.on(directory)) {
            for (String set : List.of(other, one)) {
                assertThat(emailOpenedWith(server, set, "admin@example.com")).isEqualTo("admin@example.com");
            }
            assertThat(server.agents().as(other).get("agents/me").status()).isEqualTo(401);
        }
    }

    @Test
    void comes_in_with_the_keys_that_are_set_when_the_server_died_before_they_were_issued() {
        String set = pair("OtherKey");
        try (RunningServer server = RunningServer.on(directory)) {
            NewKeyPair pair = new NewKeyPair(set.split(":", 2)[0], set.split(":", 2)[1]);
            server.part(AgentCredentials.class).store(1, pair.apiKey(), pair.digest());
            assertThat(emailOpenedWith(server, set, "admin@example.com")).isEqualTo("admin@example.com");
        }
    }

    @Test
    void comes_in_with_the_keys_that_are_set_whatever_became_of_the_agent() {
        String set = RunningServer.FIRST_AGENT;
        List<Function<Client, Reply>> undoings = List.of(
                admin -> admin.patch("agents/1", "{\"roles\":[\"Agent\"]}"),
                admin -> admin.patch("agents/1", "{\"enabled\":false}"),
                admin -> admin.delete("agents/1/api-key"),
                admin -> admin.post("agents/1/api-key", ""));
        try (RunningServer server = RunningServer.on(directory)) {
            for (Function<Client, Reply> undoing : undoings) {
                assertThat(undoing.apply(server.agents()).status()).isEqualTo(200);
                assertThat(emailOpenedWith(server, set, "admin@example.com")).isEqualTo("admin@example.com");
            }
        }
    }

    @Test
    void comes_in_with_keys_from_before_when_the_server_died_with_others_issued_and_not_noted() {
        try (RunningServer server = RunningServer.on(directory)) {
            String other = "OtherKey".repeat(4);
            server.part(AgentCredentials.class).store(1, other, Digest.of("x"));
            server.part("commandSide", Decisions.class)
                    .decide(Together.of(new IssueAgentKey(new AgentId(1), other)), Provenance.system(1, "a-request"));
            assertThat(emailOpenedWith(server, RunningServer.FIRST_AGENT, "admin@example.com"))
                    .isEqualTo("admin@example.com");
        }
    }

    @Test
    void is_whoever_has_the_keys_that_are_set_at_whatever_address() {
        String one = RunningServer.FIRST_AGENT;
        String other = pair("OtherKey");
        try (RunningServer server = RunningServer.on(directory, "patchbay.admin.email=a@example.com")) {
            assertThat(emailOpenedWith(server, other, "b@example.com")).isEqualTo("b@example.com");
            server.agents().as(other).patch("agents/1", "{\"roles\":[\"Agent\"]}");

            assertThat(emailOpenedWith(server, one, "b@example.com")).isEqualTo("a@example.com");
            assertThat(emailOpenedWith(server, other, "nobody@example.com")).isEqualTo("b@example.com");
        }

        Started server = start(settings(other, "a@example.com"));
        assertThat(new Client(server.root(), one).get("agents/me").id()).isEqualTo(1);
        assertThat(new Client(server.root(), other).get("agents").data()).hasSize(2);
        server.context.close();
        assertThat(server.printed)
                .contains("the keys in the settings are those of agent-2, who is not at the address in the settings");
    }

    @Test
    void is_not_made_with_keys_of_another_account() {
        try (RunningServer server = RunningServer.on(directory)) {
            Client theirs = stranger(server, secondAccount(server), "admin@example.com");
            assertThatThrownBy(() -> openWith(server, pair("Stranger"), "admin@example.com"))
                    .hasMessage(
                            "patchbay.admin.api.key (PATCHBAY_ADMIN_API_KEY) is the key of an agent of another account");
            assertThat(theirs.get("agents/me").status()).isEqualTo(200);
        }
    }

    private static long secondAccount(RunningServer server) {
        server.part("commandSide", Decisions.class)
                .decide(
                        Together.of(new OpenAccount(new AccountId(2), new DisplayName("Second"))),
                        Provenance.system(2, "a-request"));
        return 2;
    }

    /** Who may do everything in the second account. */
    private static Client stranger(RunningServer server, long account, String email) {
        AgentId id = new AgentId(2);
        String key = STRANGER.split(":", 2)[0];
        server.part(AgentCredentials.class).store(2, key, Digest.of("x"));
        server.part("commandSide", Decisions.class)
                .decide(
                        Together.of(
                                new CreateAgent(
                                        id,
                                        new AccountId(account),
                                        new EmailAddress(email),
                                        new PersonName("S", ""),
                                        true,
                                        Set.of(new RoleId(3)),
                                        Set.of()),
                                new IssueAgentKey(id, key)),
                        Provenance.system(account, "a-request"));
        return server.agents().as(STRANGER);
    }

    private static String[] settings(String pair, String address) {
        return new String[] {
            "--patchbay.admin.api.key=" + pair.split(":", 2)[0],
            "--patchbay.admin.api.secret=" + pair.split(":", 2)[1],
            "--patchbay.admin.email=" + address
        };
    }

    private static String pair(String eight) {
        return eight.repeat(4) + ":" + (eight + "Secret00").repeat(4);
    }

    private static String agent(String email, String role, boolean enabled) {
        return "{\"first_name\":\"A\",\"email\":\"" + email + "\",\"role\":\"" + role + "\",\"enabled\":" + enabled
                + "}";
    }

    /** The address of whoever comes in with a pair, after a start with these settings. */
    private String emailOpenedWith(RunningServer server, String pair, String address) {
        openWith(server, pair, address);
        Reply me = server.agents().as(pair).get("agents/me");
        assertThat(me.data().get("enabled").asBoolean()).isTrue();
        assertThat(me.data().get("roles").toString()).contains("\"Admin\"");
        return me.data().get("email").asString();
    }

    /** What a start with these settings does, without the start. */
    private void openWith(RunningServer server, String pair, String address) {
        Api api = new Api(pair.split(":", 2)[0], pair.split(":", 2)[1]);
        new FirstAgent(
                        new ServerSettings(
                                ServerSettings.Store.SQLITE, Set.of(), directory, null, new Admin(address, api)),
                        server.part(StoredAgentCredentials.class),
                        server.part("commandSide", Decisions.class),
                        server.part(Questions.class))
                .letIn();
        server.part(Progress.class).await(Moment.head());
    }

    private static long activities(Client client) {
        return client.get("activity-logs").data().get("total").asLong();
    }

    private record Started(ConfigurableApplicationContext context, String printed) {
        URI root() {
            int port = ((WebServerApplicationContext) context).getWebServer().getPort();
            return URI.create("http://localhost:" + port + "/api/v1/");
        }
    }

    private Started start(String... settings) {
        List<String> all = new ArrayList<>(List.of(settings));
        all.add("--server.port=0");
        all.add("--patchbay.data-dir=" + directory);
        TestStore.settings(directory).forEach(setting -> all.add("--" + setting));
        PrintStream out = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            SpringApplication application = new SpringApplication(Patchbay.class);
            application.addInitializers(RunningServer::readClassesOnce);
            ConfigurableApplicationContext context = application.run(all.toArray(String[]::new));
            return new Started(context, printed.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
        }
    }
}
