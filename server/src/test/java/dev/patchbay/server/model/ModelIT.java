package dev.patchbay.server.model;

import dev.patchbay.server.RunningServer;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.PerProperty;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/**
 * More tries than in the build with {@code -Dpatchbay.model.tries=1000}, another course with {@code -Dpatchbay.model.seed=7}.
 */
class ModelIT {

    private static final int MOST_REQUESTS = 80;
    private static final List<Play> PLAYED = new ArrayList<>();

    @Property(tries = 6, edgeCases = EdgeCasesMode.NONE)
    @AddLifecycleHook(ModelTries.class)
    @PerProperty(OneServer.class)
    void whatever_is_asked_the_server_answers_like_a_plain_model(@ForAll("sequences") List<Action> actions) {
        Play play = new Play(PLAYED.size(), OneServer.running().client());
        PLAYED.add(play);
        actions.forEach(play::perform);
        play.lookBack();
    }

    @Provide
    Arbitrary<List<Action>> sequences() {
        return Actions.sequences(MOST_REQUESTS);
    }

    /** All sequences run on one server; when they are through, its views are thrown away and built again. */
    static final class OneServer implements PerProperty.Lifecycle {
        private static PlayedServer server;

        static RunningServer running() {
            return server.running();
        }

        @Override
        public void before(PropertyLifecycleContext context) {
            server = PlayedServer.start();
        }

        @Override
        public void onSuccess() {
            server.rebuild(rebuilt -> PLAYED.forEach(play -> play.compare(rebuilt.client())));
        }

        @Override
        public void after(PropertyExecutionResult result) {
            server.end();
        }
    }
}
