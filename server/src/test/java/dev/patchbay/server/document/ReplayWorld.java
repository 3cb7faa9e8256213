package dev.patchbay.server.document;

import static org.awaitility.Awaitility.await;

import dev.patchbay.rest.bus.Decisions;
import dev.patchbay.server.Client;
import dev.patchbay.shared.Provenance;
import dev.patchbay.shared.Together;
import dev.patchbay.shared.replay.ReplayCommand.ReportDifferences;
import dev.patchbay.shared.replay.ReplayId;
import dev.patchbay.shared.replay.ReplayStatus;
import dev.patchbay.shared.replay.TableDifference;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The replay of an installation, which all worlds share, in whatever state an operation needs it. */
final class ReplayWorld {
    static final String PROJECTION = "views";
    private static final TableDifference DIFFERENCE = new TableDifference("operator", 1, 0, List.of("id=1"));

    private final Client admin;
    private final Decisions decisions;

    ReplayWorld(Client admin, Decisions decisions) {
        this.admin = admin;
        this.decisions = decisions;
    }

    /** The name of the projection, when it is as the operation needs it. */
    String projection(Operation operation) {
        if (operation.id().equals("startReplay")) {
            endWhatIsUnderWay();
        }
        return PROJECTION;
    }

    /** One that the operation succeeds with. */
    long ready(Operation operation) {
        ReplayStatus wanted = switch (operation.id()) {
            case "resumeReplay" -> ReplayStatus.PAUSED;
            case "acceptReplay", "discardReplay" -> ReplayStatus.DIFFERING;
            default -> ReplayStatus.RUNNING;
        };
        return underWay()
                .filter(replay -> replay.get("status").asString().equals(wanted.word())
                        && replay.get("events_per_second").asInt(0) == 1)
                .map(replay -> replay.get("id").asLong())
                .orElseGet(() -> fresh(wanted));
    }

    private long fresh(ReplayStatus wanted) {
        endWhatIsUnderWay();
        // So slow that it is not over soon.
        long id = admin.post("projections/" + PROJECTION + "/replays", "{\"events_per_second\":1}")
                .id();
        if (wanted == ReplayStatus.PAUSED) {
            ask(id, "pause");
        }
        if (wanted == ReplayStatus.DIFFERING) {
            decisions.decide(
                    Together.of(new ReportDifferences(new ReplayId(id), 1, List.of(DIFFERENCE))),
                    Provenance.system(1, "differing"));
        }
        return id;
    }

    /** What was accepted is soon over by itself. */
    private void endWhatIsUnderWay() {
        underWay().ifPresent(replay -> ask(replay.get("id").asLong(), "cancel"));
        await().until(() -> underWay().isEmpty());
    }

    private void ask(long id, String what) {
        admin.send("POST", "projections/" + PROJECTION + "/replays/" + id + "/" + what, null);
    }

    private Optional<JsonNode> underWay() {
        return Optional.of(admin.get("projections/" + PROJECTION).data().get("replay"))
                .filter(JsonNode::isObject);
    }
}
