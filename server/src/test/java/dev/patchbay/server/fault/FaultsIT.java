package dev.patchbay.server.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.patchbay.server.ServerSettings.Role;
import dev.patchbay.server.ViewsDump;
import dev.patchbay.server.fault.Inquest.Findings;
import dev.patchbay.server.fault.Ledger.Counts;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever goes wrong while clients write: what they were answered is in the log afterwards, once, in its place, and in every answer.
 * As many faults of all kinds as one wants, with the profile {@code faults}; it takes longer than a build may.
 */
@EnabledIfSystemProperty(named = "patchbay.test.faults", matches = "[0-9]+", disabledReason = "run with -Pfaults")
class FaultsIT {

    private static final Pattern STORES = Pattern.compile(System.getProperty("patchbay.test.faults.stores", ".*"));
    private static final Pattern KINDS = Pattern.compile(System.getProperty("patchbay.test.faults.kinds", ".*"));
    private static final int FAULTS = Integer.getInteger("patchbay.test.faults", 1);
    private static final Duration MOST = Duration.ofMinutes(Integer.getInteger("patchbay.test.faults.minutes", 5));
    private static final List<Function<Part, Fault>> OF_A_PROCESS = List.of(
            Kill::new,
            part -> new KillWhileStarting(part, false),
            part -> new KillWhileStarting(part, true),
            KillWhileReplaying::new,
            Pause::new,
            BadDisk::full,
            BadDisk::failing,
            BadDisk::failingNowAndThen,
            BadDisk::slow,
            FileLimit::new,
            ClockJump::new);

    private static final List<Fault> OF_ALL = List.of(
            new KillBackup(),
            new KillCopy(),
            new EndDatabase("kill -9 of PostgreSQL", Signal.KILL),
            new EndDatabase("immediate restart of PostgreSQL", Signal.QUIT),
            new EndDatabase("fast restart of PostgreSQL", Signal.INT),
            new EndSessions(),
            new FullDatabaseDisk(),
            BadCable.CUT,
            BadCable.HALF_CLOSED,
            BadCable.STALLED,
            BadCable.STALLED_AND_CUT);

    private final long seed = Long.getLong("patchbay.test.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final Ledger ledger = new Ledger();
    private int struck;

    @TempDir
    private Path directory;

    @Test
    void sqlite() throws Exception {
        assumeTrue(STORES.matcher("sqlite").matches());
        run(Deployment.sqlite(directory));
    }

    @Test
    void postgres() throws Exception {
        assumeTrue(STORES.matcher("postgres").matches());
        run(Deployment.postgres(directory));
    }

    @Test
    void axon_server() throws Exception {
        assumeTrue(STORES.matcher("axon-server").matches());
        run(Deployment.axonServer(directory, "Axon Server", List.of(Part.WHOLE)));
    }

    @Test
    void axon_server_apart() throws Exception {
        assumeTrue(STORES.matcher("axon-server-apart").matches());
        run(Deployment.axonServer(directory, "Axon Server, apart", List.of(Part.COMMAND, Part.QUERY, Part.API)));
    }

    private void run(Deployment deployment) throws Exception {
        System.out.printf("Faults over %s: -Dpatchbay.test.seed=%d%n", deployment, seed);
        Tally tally = new Tally(deployment);
        Random order = new Random(seed);
        try (deployment) {
            deployment.start();
            List<Fault> possible = possible(deployment);
            Load load = new Load(deployment, ledger, random);
            Scene scene = new Scene(deployment, load, random);
            long end = System.nanoTime() + MOST.toNanos();
            List<Fault> next = new ArrayList<>();
            while (struck < FAULTS && System.nanoTime() < end) {
                if (next.isEmpty()) {
                    next.addAll(possible);
                    Collections.shuffle(next, order);
                }
                strike(next.removeLast(), scene, tally);
            }
            requireThatViewsAreThoseOfTheLog(scene);
        } finally {
            System.out.println(tally);
        }
    }

    private static List<Fault> possible(Deployment deployment) {
        List<Fault> all = new ArrayList<>(OF_ALL);
        OF_A_PROCESS.forEach(fault -> deployment.parts().forEach(part -> all.add(fault.apply(part))));
        List<Fault> possible = new ArrayList<>();
        for (Fault fault : all) {
            if (KINDS.matcher(fault.title()).matches()) {
                fault.missing(deployment)
                        .ifPresentOrElse(
                                why -> System.out.println("No " + fault.title() + ": " + why),
                                () -> possible.add(fault));
            }
        }
        assertThat(possible).as("faults like %s", KINDS).isNotEmpty();
        return possible;
    }

    private void strike(Fault fault, Scene scene, Tally tally) throws Exception {
        System.out.printf("%d: %s%n", struck + 1, fault.title());
        Counts before = ledger.counts();
        int[] times = {0};
        scene.load().during(() -> {
            scene.load().awaitAnswers(20 + random.nextInt(60));
            times[0] = fault.strike(scene);
            scene.load().awaitAnswers(20);
        });
        struck += times[0];
        List<Fact> log = scene.deployment().facts();
        Findings findings = Inquest.of(log, ledger.operations());
        Counts counts = ledger.counts().since(before);
        tally.add(
                fault.title(),
                times[0],
                counts,
                findings.lost().size(),
                findings.doubled().size());
        System.out.printf("%d faults, %d events, %s%n", struck, log.size(), counts);
        assertThat(findings.areNone())
                .as("after %s: %s", fault.title(), findings)
                .isTrue();
        assertThat(ledger.strangeAnswers()).as(fault.title()).isEmpty();
        new Shown(log).requireOf(scene.deployment(), scene.load().sharedNumbers());
        Shown.requireTheSameAnswers(scene.deployment(), ledger.operations(), random);
    }

    /** Row by row in every process that has any, and in one that has built them from the log. */
    private static void requireThatViewsAreThoseOfTheLog(Scene scene) throws IOException, SQLException {
        List<Node> nodes = scene.deployment().nodes(Role.QUERY);
        endAtOneMoment(scene);
        List<List<String>> views = new ArrayList<>();
        for (Node node : nodes) {
            views.add(ViewsDump.of(node.views()));
        }
        Node first = nodes.getFirst();
        first.deleteViews();
        first.start();
        first.terminate();
        List<String> anew = ViewsDump.of(first.views());
        assertThat(views).allSatisfy(each -> assertThat(each).isEqualTo(anew));
    }

    /** Returns when all processes have ended, and all of them had seen the end of the log. */
    private static void endAtOneMoment(Scene scene) {
        Deployment deployment = scene.deployment();
        long end = -1;
        while (deployment.facts().size() != end) {
            deployment.start();
            List<Fact> log = deployment.facts();
            new Shown(log).requireOf(deployment, scene.load().sharedNumbers());
            deployment.nodes().forEach(Node::terminate);
            end = log.size();
        }
    }
}
