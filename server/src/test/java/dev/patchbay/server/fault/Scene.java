package dev.patchbay.server.fault;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Random;

/** Where a fault strikes. */
record Scene(Deployment deployment, Load load, Random random) {

    /** Lets time pass, up to so much of it. */
    void linger(Duration most) {
        linger(Duration.ZERO, most);
    }

    void linger(Duration least, Duration most) {
        long millis = least.toMillis() + random.nextLong(most.minus(least).toMillis() + 1);
        long end = System.nanoTime() + Duration.ofMillis(millis).toNanos();
        await().pollInterval(Duration.ofMillis(1))
                .atMost(Duration.ofMillis(millis).plusSeconds(60))
                .until(() -> System.nanoTime() >= end);
    }

    /** One of the processes that do this. */
    Node any(Part part) {
        List<Node> nodes =
                deployment.nodes().stream().filter(node -> node.part() == part).toList();
        return any(nodes);
    }

    <T> T any(List<T> several) {
        return several.get(random.nextInt(several.size()));
    }
}
