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

/** The same as {@link ModelIT} for agents, teams and roles, with the same settings. */
class StaffModelIT {

    private static final int MOST_REQUESTS = 60;
    private static final List<StaffPlay> PLAYED = new ArrayList<>();

    @Property(edgeCases = EdgeCasesMode.NONE)
    @AddLifecycleHook(ModelTries.class)
    @PerProperty(OneServer.class)
    void whatever_is_asked_the_server_answers_like_a_plain_model(@ForAll("sequences") List<StaffAction> actions) {
        StaffPlay play = new StaffPlay(PLAYED.size(), OneServer.running().agents());
        PLAYED.add(play);
        actions.forEach(play::perform);
        play.compare(OneServer.running().agents());
    }

    @Provide
    Arbitrary<List<StaffAction>> sequences() {
        return StaffAction.any().list().ofMinSize(5).ofMaxSize(MOST_REQUESTS);
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
            server.rebuild(rebuilt -> PLAYED.forEach(play -> play.compare(rebuilt.agents())));
        }

        @Override
        public void after(PropertyExecutionResult result) {
            server.end();
        }
    }
}
