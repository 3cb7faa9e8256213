package dev.patchbay.server.fault;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The connections of all processes to the database, or to Axon Server, break, or seem to. */
enum BadCable implements Fault {
    CUT("connections reset") {
        @Override
        void happen(Cable cable, Scene scene) {
            cable.cut();
        }
    },
    HALF_CLOSED("connections closed on one side") {
        @Override
        void happen(Cable cable, Scene scene) {
            cable.halfClose();
        }
    },
    STALLED("connections hang") {
        @Override
        void happen(Cable cable, Scene scene) {
            cable.stall();
            scene.linger(Duration.ofSeconds(1), Duration.ofSeconds(14));
            cable.flow();
        }
    },
    STALLED_AND_CUT("connections hang, then reset") {
        @Override
        void happen(Cable cable, Scene scene) {
            cable.stall();
            scene.linger(Duration.ofSeconds(1), Duration.ofSeconds(14));
            cable.cut();
            cable.flow();
        }
    };

    private final String title;

    BadCable(String title) {
        this.title = title;
    }

    abstract void happen(Cable cable, Scene scene);

    @Override
    public String title() {
        return title;
    }

    @Override
    public Optional<String> missing(Deployment deployment) {
        return deployment.cables().isEmpty() ? Optional.of("there is none") : Optional.empty();
    }

    @Override
    public int strike(Scene scene) {
        List<Cable> cables = scene.deployment().cables();
        happen(cables.get(scene.random().nextInt(cables.size())), scene);
        return 1;
    }
}
