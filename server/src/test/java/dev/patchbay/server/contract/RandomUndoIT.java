package dev.patchbay.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.server.Client;
import dev.patchbay.server.Client.Reply;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.node.ObjectNode;

@ExtendWith(SharedServer.class)
class RandomUndoIT {

    private static final int CHANGES = 15;

    private final Tenant tenant = Tenant.open();
    private final Client client = tenant.client();

    @Test
    void of_the_last_change_makes_everything_what_it_was_and_undoing_that_what_it_became() {
        long seed = Long.getLong("patchbay.model.seed", 42);
        RandomChanges changes = new RandomChanges(tenant, new Random(seed));
        for (int change = 1; change <= CHANGES; change++) {
            long before = changes.position();
            changes.make();
            long after = changes.position();
            String what = "seed " + seed + ", change " + change + ", " + before + " to " + after;
            List<String> now = seen(changes, "");

            Reply undone = undo(after);
            if (isInTheWayOfAFallback(undone)) {
                continue;
            }
            assertThat(undone.status()).as(what + ": " + undone.body()).isEqualTo(200);
            assertThat(seen(changes, "")).as(what + ", undone").isEqualTo(seen(changes, "?as_of=@" + before));
            Reply redone = undo(changes.position());
            assertThat(redone.status()).as(what + ": " + redone.body()).isEqualTo(200);
            assertThat(seen(changes, "")).as(what + ", redone").isEqualTo(now);
        }
    }

    /** A number keeps its fallback to one that is released, but does not get it again. */
    private static boolean isInTheWayOfAFallback(Reply undone) {
        return undone.status() == 409
                && undone.json().at("/event/type").asString().equals("VirtualNumberReleased");
    }

    private Reply undo(long position) {
        return client.post("/audit_events/" + position + "/undo", "{}");
    }

    private List<String> seen(RandomChanges changes, String moment) {
        return changes.paths().stream()
                .map(path -> path + " " + said(client.get(path + moment)))
                .toList();
    }

    /** But for the time of the last event. */
    private static String said(Reply reply) {
        if (reply.status() != 200) {
            return "is " + reply.status();
        }
        if (reply.data() instanceof ObjectNode thing) {
            return thing.without("updated_at").toString();
        }
        return reply.data().toString();
    }
}
