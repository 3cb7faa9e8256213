package dev.patchbay.server.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.patchbay.rest.bus.Decisions;
import dev.patchbay.rest.bus.Questions;
import dev.patchbay.rest.domain.NameServers;
import dev.patchbay.server.Client;
import dev.patchbay.server.HeldClock;
import dev.patchbay.server.RunningServer;
import dev.patchbay.shared.Moment;
import dev.patchbay.shared.Provenance;
import dev.patchbay.shared.Together;
import dev.patchbay.shared.Which;
import dev.patchbay.shared.domain.DomainCommand.CheckDomain;
import dev.patchbay.shared.domain.DomainId;
import dev.patchbay.shared.domain.DomainQuery.FindDomain;
import dev.patchbay.shared.domain.DomainView;
import dev.patchbay.shared.domain.Finding;
import dev.patchbay.shared.domain.Findings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Look-ups that nobody asked for, at times that come when the test says. */
class InspectorIT {

    private static final Findings GOOD =
            new Findings(Finding.VERIFIED, Finding.VERIFIED, Finding.VERIFIED, Finding.VERIFIED);
    private static final Findings BAD =
            new Findings(Finding.MISSING, Finding.MISSING, Finding.MISSING, Finding.MISSING);

    @TempDir
    Path directory;

    @Test
    void a_domain_is_looked_up_less_and_less_often_until_its_records_are_there() {
        try (NameServer names = new NameServer();
                RunningServer server = RunningServer.on(directory, "patchbay.dns.resolver=" + names.address())) {
            Client client = server.client().at(server.root().resolve("/v1/"));
            Instant before = Instant.now();
            JsonNode domain =
                    client.post("domains", "{\"domain\": \"example.lt\"}").json();
            Instant added = Instant.now();

            Instant first = inspect(server, added).orElseThrow();
            assertThat(names.questions()).isEmpty();
            assertThat(first).isBetween(before.plusSeconds(60).truncatedTo(ChronoUnit.MILLIS), added.plusSeconds(60));

            Instant second = inspect(server, first.plusSeconds(600)).orElseThrow();
            assertThat(names.questions()).isNotEmpty();
            assertThat(state(client, domain)).isEqualTo("pending");
            assertThat(Duration.between(first, second)).isBetween(Duration.ofSeconds(1200), Duration.ofSeconds(1300));

            names.publish(domain);
            assertThat(inspect(server, second)).isEmpty();
            assertThat(state(client, domain)).isEqualTo("verified");
        }
    }

    @Test
    void a_domain_that_was_deleted_is_not_looked_up() {
        try (NameServer names = new NameServer();
                RunningServer server = RunningServer.on(directory, "patchbay.dns.resolver=" + names.address())) {
            Client client = server.client().at(server.root().resolve("/v1/"));
            JsonNode domain =
                    client.post("domains", "{\"domain\": \"example.lt\"}").json();
            client.delete("domains/" + domain.get("id").asString());

            assertThat(inspect(server, Instant.now().plusSeconds(3600))).isEmpty();
            assertThat(names.questions()).isEmpty();
        }
    }

    @Test
    void domains_are_looked_up_at_the_same_time() {
        try (RunningServer server = RunningServer.on(directory)) {
            Client client = server.client().at(server.root().resolve("/v1/"));
            List<JsonNode> domains = IntStream.range(0, 4)
                    .mapToObj(index -> client.post("domains", "{\"domain\": \"d" + index + ".example.lt\"}")
                            .json())
                    .toList();
            CountDownLatch begun = new CountDownLatch(domains.size());
            NameServers together = (name, records) -> {
                begun.countDown();
                return isOver(begun) ? GOOD : BAD;
            };

            assertThat(inspect(server, together, Instant.now().plusSeconds(600)))
                    .isEmpty();

            assertThat(domains).extracting(domain -> state(client, domain)).containsOnly("verified");
        }
    }

    @Test
    void a_domain_that_nobody_answers_for_keeps_no_other_waiting() {
        try (RunningServer server = RunningServer.on(directory)) {
            Client client = server.client().at(server.root().resolve("/v1/"));
            JsonNode silent = add(client, "silent.example.lt");
            JsonNode other = add(client, "other.example.lt");
            CountDownLatch answered = new CountDownLatch(1);
            NameServers some = (name, records) -> !name.value().startsWith("silent") || isOver(answered) ? GOOD : BAD;
            Instant now = Instant.now().plusSeconds(600);
            Inspector inspector = inspector(server, some, Clock.fixed(now, ZoneOffset.UTC));

            await().until(() -> {
                inspector.checkDue();
                return state(client, other).equals("verified");
            });
            JsonNode later = add(client, "later.example.lt");
            await().until(() -> {
                inspector.checkDue();
                return state(client, later).equals("verified");
            });

            assertThat(state(client, silent)).isEqualTo("pending");
            answered.countDown();
            assertThat(atRest(inspector, now)).isEmpty();
            assertThat(state(client, silent)).isEqualTo("verified");
        }
    }

    @Test
    void an_account_with_many_domains_keeps_no_other_waiting() {
        try (RunningServer server = RunningServer.on(directory)) {
            Client many = server.client().at(server.root().resolve("/v1/"));
            List<JsonNode> silent = IntStream.range(0, 20)
                    .mapToObj(index -> add(many, "silent" + index + ".example.lt"))
                    .toList();
            Client one = another(server);
            JsonNode last = add(one, "last.example.lt");
            CountDownLatch answered = new CountDownLatch(1);
            AtomicInteger asked = new AtomicInteger();
            NameServers some = (name, records) -> {
                if (name.value().startsWith("last")) {
                    return GOOD;
                }
                asked.incrementAndGet();
                return isOver(answered) ? GOOD : BAD;
            };
            Instant now = Instant.now().plusSeconds(600);
            Inspector inspector = inspector(server, some, Clock.fixed(now, ZoneOffset.UTC));

            await().until(() -> {
                inspector.checkDue();
                return state(one, last).equals("verified");
            });

            assertThat(asked.get()).isLessThan(silent.size());
            answered.countDown();
            assertThat(atRest(inspector, now)).isEmpty();
            assertThat(silent).extracting(domain -> state(many, domain)).containsOnly("verified");
        }
    }

    @Test
    void accounts_with_many_domains_keep_no_other_waiting() {
        try (RunningServer server = RunningServer.on(directory)) {
            for (int account = 0; account < 4; account++) {
                Client many = another(server);
                for (int index = 0; index < 6; index++) {
                    add(many, "silent" + index + ".of" + account + ".lt");
                }
            }
            JsonNode last = add(another(server), "last.example.lt");
            CountDownLatch answered = new CountDownLatch(1);
            List<String> asked = new CopyOnWriteArrayList<>();
            NameServers silent = (name, records) -> {
                asked.add(name.value());
                return isOver(answered) ? GOOD : BAD;
            };
            Instant now = Instant.now().plusSeconds(600);
            Inspector inspector = inspector(server, silent, Clock.fixed(now, ZoneOffset.UTC));

            await().until(() -> {
                inspector.checkDue();
                return asked.size() == 16;
            });

            assertThat(asked).contains(last.get("domain").asString());
            answered.countDown();
            assertThat(atRest(inspector, now)).isEmpty();
        }
    }

    @Test
    void a_check_that_fails_holds_back_its_domain_only() {
        try (RunningServer server = RunningServer.on(directory)) {
            Client client = server.client().at(server.root().resolve("/v1/"));
            JsonNode broken = add(client, "broken.example.lt");
            AtomicInteger attempts = new AtomicInteger();
            NameServers failing = (name, records) -> {
                if (name.value().startsWith("broken") && attempts.incrementAndGet() == 1) {
                    throw new IllegalStateException("on purpose");
                }
                return GOOD;
            };
            HeldClock clock = new HeldClock();
            clock.pass(Duration.ofMinutes(10));
            Inspector inspector = inspector(server, failing, clock);

            assertThat(atRest(inspector, clock.instant()))
                    .contains(clock.instant().plusSeconds(30));
            JsonNode other = add(client, "other.example.lt");
            assertThat(atRest(inspector, clock.instant()))
                    .contains(clock.instant().plusSeconds(30));
            assertThat(state(client, other)).isEqualTo("verified");
            assertThat(attempts).hasValue(1);

            clock.pass(Duration.ofSeconds(30));
            assertThat(atRest(inspector, clock.instant())).isEmpty();
            assertThat(state(client, broken)).isEqualTo("verified");
        }
    }

    @Test
    void a_look_up_of_a_domain_that_is_verified_meanwhile_says_nothing() {
        try (NameServer names = new NameServer();
                RunningServer server = RunningServer.on(directory, "patchbay.dns.resolver=" + names.address())) {
            Client client = server.client().at(server.root().resolve("/v1/"));
            JsonNode domain = add(client, "example.lt");
            NameServers slow = (name, records) -> {
                names.publish(domain);
                client.post("domains/" + domain.get("id").asString() + "/verify", "{}");
                return BAD;
            };

            assertThat(inspect(server, slow, Instant.now().plusSeconds(600))).isEmpty();

            assertThat(state(client, domain)).isEqualTo("verified");
        }
    }

    @Test
    void a_look_up_that_is_overtaken_by_a_later_one_says_nothing() {
        try (RunningServer server = RunningServer.on(directory)) {
            Client client = server.client().at(server.root().resolve("/v1/"));
            JsonNode domain = add(client, "example.lt");
            HeldClock clock = new HeldClock();
            clock.pass(Duration.ofMinutes(10));
            NameServers slow = (name, records) -> {
                clock.pass(Duration.ofSeconds(1));
                look(server, domain, BAD, clock.instant());
                clock.pass(Duration.ofSeconds(1));
                return GOOD;
            };

            assertThat(atRest(inspector(server, slow, clock), clock.instant())).isPresent();

            assertThat(state(client, domain)).isEqualTo("failed");
        }
    }

    private static JsonNode add(Client client, String name) {
        return client.post("domains", "{\"domain\": \"" + name + "\"}").json();
    }

    /** Somebody of another account. */
    private static Client another(RunningServer server) {
        JsonNode opened =
                server.client().post("accounts", "{\"name\": \"Another\"}").data();
        return server.client()
                .as(opened.get("api_key").get("key").asString())
                .at(server.root().resolve("/v1/"));
    }

    /** Somebody asks, and this is found. */
    private static void look(RunningServer server, JsonNode domain, Findings findings, Instant now) {
        UUID uuid = UUID.fromString(domain.get("id").asString());
        DomainView view = server.part(Questions.class)
                .ask(new FindDomain(Which.known(uuid), 1, Moment.head()))
                .found()
                .orElseThrow();
        server.part(Decisions.class)
                .decide(
                        Together.of(new CheckDomain(new DomainId(view.number()), findings, true, now, now)),
                        Provenance.system(1, "a-request"));
    }

    private static Optional<Instant> inspect(RunningServer server, Instant now) {
        return inspect(server, server.part(NameServers.class), now);
    }

    private static Optional<Instant> inspect(RunningServer server, NameServers nameServers, Instant now) {
        return atRest(inspector(server, nameServers, Clock.fixed(now, ZoneOffset.UTC)), now);
    }

    /** What an inspector says when all that it began has come to its end. */
    private static Optional<Instant> atRest(Inspector inspector, Instant now) {
        Instant soon = now.plusSeconds(10);
        return await().until(
                        inspector::checkDue,
                        next -> next.filter(at -> at.isBefore(soon)).isEmpty());
    }

    private static Inspector inspector(RunningServer server, NameServers nameServers, Clock clock) {
        return new Inspector(server.part(Questions.class), server.part(Decisions.class), nameServers, clock);
    }

    private static boolean isOver(CountDownLatch latch) {
        try {
            return latch.await(5, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String state(Client client, JsonNode domain) {
        return client.get("domains/" + domain.get("id").asString())
                .json()
                .get("status")
                .asString();
    }
}
