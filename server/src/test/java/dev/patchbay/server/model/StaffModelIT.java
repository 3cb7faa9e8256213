package dev.patchbay.server.model;

import dev.patchbay.rest.agent.AvailabilitySweep;
import dev.patchbay.rest.bus.Questions;
import dev.patchbay.server.Client;
import dev.patchbay.server.HeldClock;
import dev.patchbay.server.RunningServer;
import dev.patchbay.shared.Moment;
import dev.patchbay.shared.agent.AgentQuery.ListAgentsAtWork;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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
import org.springframework.scheduling.annotation.ScheduledAnnotationBeanPostProcessor;

/** The same as {@link ModelIT} for agents, teams and roles, with the same settings; time passes only when it is told to. */
class StaffModelIT {

    private static final int MOST_REQUESTS = 60;
    private static final List<StaffPlay> PLAYED = new ArrayList<>();

    @Property(tries = 6, edgeCases = EdgeCasesMode.NONE)
    @AddLifecycleHook(ModelTries.class)
    @PerProperty(OneServer.class)
    void whatever_is_asked_the_server_answers_like_a_plain_model(@ForAll("sequences") List<StaffAction> actions) {
        StaffPlay play = new StaffPlay(PLAYED.size(), OneServer.STAGE);
        PLAYED.add(play);
        actions.forEach(play::perform);
    }

    @Provide
    Arbitrary<List<StaffAction>> sequences() {
        return StaffAction.any().list().ofMinSize(5).ofMaxSize(MOST_REQUESTS);
    }

    /** All sequences run on one server; when they are through, its views are thrown away and built again. */
    static final class OneServer implements PerProperty.Lifecycle {
        private static final HeldClock CLOCK = new HeldClock();
        private static final StaffPlay.Stage STAGE = new StageOfServer();
        private static PlayedServer server;

        @Override
        public void before(PropertyLifecycleContext context) {
            server = PlayedServer.start(OneServer::start);
        }

        @Override
        public void onSuccess() {
            server.rebuild(rebuilt -> PLAYED.forEach(StaffPlay::compare));
        }

        @Override
        public void after(PropertyExecutionResult result) {
            server.end();
        }

        /** Nobody looks for agents who are gone but when a play says so. */
        private static RunningServer start(Path directory) {
            RunningServer started = RunningServer.on(directory, CLOCK, PlayedServer.SNAPSHOTS);
            started.part(ScheduledAnnotationBeanPostProcessor.class)
                    .postProcessBeforeDestruction(started.part(AvailabilitySweep.class), "availabilitySweep");
            return started;
        }

        private static final class StageOfServer implements StaffPlay.Stage {
            @Override
            public Client admin() {
                return server.running().agents();
            }

            @Override
            public Instant now() {
                return CLOCK.instant();
            }

            @Override
            public void pass(Duration time) {
                CLOCK.pass(time);
                server.running().part(AvailabilitySweep.class).sweep(now());
                server.running().part("querySide", Questions.class).ask(new ListAgentsAtWork(Moment.head()));
                PLAYED.forEach(play -> play.sweep(now()));
            }
        }
    }
}
