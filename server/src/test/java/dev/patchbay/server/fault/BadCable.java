package dev.patchbay.server.fault;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The connections of all processes, or of one, to the database, or to Axon Server, break, or seem to. */
enum BadCable implements Fault {
    CUT("connections reset") {
        @Override
        void happen(List<Cable> cables, Scene scene) {
            cables.forEach(Cable::cut);
        }
    },
    HALF_CLOSED("connections closed on one side") {
        @Override
        void happen(List<Cable> cables, Scene scene) {
            cables.forEach(Cable::halfClose);
        }
    },
    STALLED("connections hang") {
        @Override
        void happen(List<Cable> cables, Scene scene) {
            cables.forEach(Cable::stall);
            scene.linger(Duration.ofSeconds(1), Duration.ofSeconds(14));
            cables.forEach(Cable::flow);
        }
    },
    STALLED_AND_CUT("connections hang, then reset") {
        @Override
        void happen(List<Cable> cables, Scene scene) {
            cables.forEach(Cable::stall);
            scene.linger(Duration.ofSeconds(1), Duration.ofSeconds(14));
            cables.forEach(Cable::cut);
            cables.forEach(Cable::flow);
        }
    };

    private final String title;

    BadCable(String title) {
        this.title = title;
    }

    abstract void happen(List<Cable> cables, Scene scene);

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
        List<Cable> ofAll = scene.any(scene.deployment().cables());
        happen(scene.random().nextBoolean() ? ofAll : List.of(scene.any(ofAll)), scene);
        return 1;
    }
}
