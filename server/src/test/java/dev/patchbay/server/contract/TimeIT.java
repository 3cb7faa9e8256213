package dev.patchbay.server.contract;

import static dev.patchbay.server.contract.Answers.assertError;
import static dev.patchbay.server.contract.Staff.assertFailure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.patchbay.rest.agent.AvailabilitySweep;
import dev.patchbay.server.Client;
import dev.patchbay.server.Client.Reply;
import dev.patchbay.server.HeldClock;
import dev.patchbay.server.RunningServer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.config.ScheduledTask;
import org.springframework.scheduling.config.ScheduledTaskHolder;

/** What becomes of agents as time goes by. */
class TimeIT {

    private static final HeldClock CLOCK = new HeldClock();

    @TempDir
    static Path directory;

    private static RunningServer server;
    private static Client admin;

    @BeforeAll
    static void start() {
        server = RunningServer.on(directory, CLOCK);
        admin = server.agents();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void ends_what_an_api_key_may_at_the_very_moment_that_it_says() {
        Client client = server.client();
        Instant end = CLOCK.instant().plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.SECONDS);
        Reply issued = client.post("api_keys", """
                {"name": "Short", "permissions": ["read"], "expires_at": "%s"}""".formatted(end));
        assertThat(issued.status()).as(issued.body()).isEqualTo(201);
        Client expiring = client.as(issued.data().get("key").asString());

        CLOCK.pass(Duration.between(CLOCK.instant(), end).minusMillis(1));
        assertThat(expiring.get("operators").status()).isEqualTo(200);
        CLOCK.pass(Duration.ofMillis(1));
        assertError(expiring.get("operators"), 401, "Invalid API key");
        assertThat(client.get("api_keys/" + issued.id()).status()).isEqualTo(200);
    }

    @Test
    void brings_no_pair_of_keys_back_that_another_took_the_place_of() {
        long id = agent("keys@example.com");
        String path = "agents/" + id + "/api-key";
        Reply first = admin.post(path, "", "Idempotency-Key", "monday");
        Client holder = admin.as(pair(first));
        CLOCK.pass(Duration.ofHours(23));
        assertThat(admin.post(path, "", "Idempotency-Key", "monday").body()).isEqualTo(first.body());
        Staff.made(admin.post(path, ""));

        CLOCK.pass(Duration.ofHours(2));
        Reply later = Staff.made(admin.post(path, "", "Idempotency-Key", "monday"));

        assertThat(later.header("Idempotent-Replayed")).isEmpty();
        assertThat(pair(later)).isNotEqualTo(pair(first));
        assertFailure(holder.get("agents/me"), 401, "GeneralException", "Invalid credential");
        assertThat(admin.as(pair(later)).get("agents/me").id()).isEqualTo(id);
    }

    @Test
    void takes_who_is_silent_for_five_minutes_off_line_by_itself() {
        long id = agent("silent@example.com");
        Client agent = admin.as(pair(Staff.made(admin.post("agents/" + id + "/api-key", ""))));
        Staff.made(agent.put("agents/me/availability", "{\"status\":\"online\"}"));
        AvailabilitySweep sweep = server.part(AvailabilitySweep.class);

        CLOCK.pass(Duration.ofMinutes(5));
        sweep.sweep(CLOCK.instant());
        assertThat(admin.get("agents/" + id, "Patchbay-Min-Position", head())
                        .data()
                        .get("availability_status")
                        .asString())
                .isEqualTo("online");

        CLOCK.pass(Duration.ofMillis(1));
        sweep.sweep(CLOCK.instant());
        assertThat(admin.get("agents/" + id, "Patchbay-Min-Position", head())
                        .data()
                        .get("availability_status")
                        .asString())
                .isEqualTo("offline");
    }

    @Test
    void lets_nothing_that_is_done_now_and_then_wait_for_the_rest_of_it() throws InterruptedException {
        CountDownLatch together = new CountDownLatch(5);
        List<ScheduledFuture<?>> tasks = Stream.<ScheduledFuture<?>>generate(() -> server.part(TaskScheduler.class)
                        .scheduleWithFixedDelay(() -> meet(together), Duration.ofHours(1)))
                .limit(5)
                .toList();

        boolean met = together.await(1, TimeUnit.MINUTES);
        tasks.forEach(task -> task.cancel(true));

        assertThat(met).isTrue();
    }

    private static void meet(CountDownLatch together) {
        together.countDown();
        try {
            together.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void forgets_an_import_an_hour_after_its_end() {
        runImport("imported@example.com");

        CLOCK.pass(Duration.ofHours(1));
        assertThat(admin.get("agents/import/status").status()).isEqualTo(200);
        CLOCK.pass(Duration.ofMillis(1));
        assertFailure(admin.get("agents/import/status"), 404, "NotFoundException", "Import not found");
    }

    @Test
    void forgets_an_import_also_when_nobody_asks() {
        runImport("forgotten@example.com");
        Duration more = Duration.ofHours(1).plusMillis(1);

        CLOCK.pass(more);
        server.part(ScheduledTaskHolder.class).getScheduledTasks().stream()
                .map(ScheduledTask::getTask)
                .filter(task -> task.toString().endsWith(".Imports.forget"))
                .forEach(task -> task.getRunnable().run());

        // As of now whoever asks would still be told if it were known.
        CLOCK.pass(more.negated());
        assertFailure(admin.get("agents/import/status"), 404, "NotFoundException", "Import not found");
    }

    private static void runImport(String email) {
        Staff.made(admin.post(
                "agents/import",
                """
                --table
                Content-Disposition: form-data; name="file"; filename="a.csv"

                first_name,last_name,email,roles
                A,B,%s,Agent
                --table--
                """.formatted(email).replace("\n", "\r\n"),
                "Content-Type",
                "multipart/form-data; boundary=table"));
        await().atMost(Duration.ofMinutes(2))
                .until(() ->
                        !admin.get("agents/import/status").data().get("running").asBoolean());
    }

    private static long agent(String email) {
        return Staff.made(admin.post("agents", "{\"first_name\":\"A\",\"role\":\"Agent\",\"email\":\"" + email + "\"}"))
                .id();
    }

    /** What a view must have reached that shows all that was decided until now. */
    private static String head() {
        return Long.toString(new EventLog(directory).head());
    }

    private static String pair(Reply issued) {
        return issued.data().get("api_key").asString() + ":"
                + issued.data().get("api_secret").asString();
    }
}
