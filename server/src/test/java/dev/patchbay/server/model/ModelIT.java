package dev.patchbay.server.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.server.RunningServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
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
import org.springframework.util.FileSystemUtils;

/**
 * More tries than in the build with {@code -Dpatchbay.model.tries=1000}, another course with {@code -Dpatchbay.model.seed=7}.
 */
class ModelIT {

    private static final int MOST_REQUESTS = 80;
    private static final List<Play> PLAYED = new ArrayList<>();

    @Property(edgeCases = EdgeCasesMode.NONE)
    @AddLifecycleHook(ModelTries.class)
    @PerProperty(OneServer.class)
    void whatever_is_asked_the_server_answers_like_a_plain_model(@ForAll("sequences") List<Action> actions) {
        Play play = new Play(PLAYED.size(), OneServer.running().client());
        PLAYED.add(play);
        actions.forEach(play::perform);
    }

    @Provide
    Arbitrary<List<Action>> sequences() {
        return Actions.sequences(MOST_REQUESTS);
    }

    /** All sequences run on one server; when they are through, its views are thrown away and built again. */
    static final class OneServer implements PerProperty.Lifecycle {
        private static RunningServer server;
        private static Path directory;

        static RunningServer running() {
            return server;
        }

        @Override
        public void before(PropertyLifecycleContext context) {
            try {
                directory = Files.createTempDirectory("patchbay-model");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            server = RunningServer.on(directory);
        }

        @Override
        public void onSuccess() {
            server.close();
            List<String> before = dump();
            for (String end : List.of("", "-wal", "-shm")) {
                delete(directory.resolve("views.db" + end));
            }
            server = RunningServer.on(directory);
            PLAYED.forEach(play -> play.compare(server.client()));
            server.close();
            assertThat(dump()).as("the views that were built anew").isEqualTo(before);
        }

        @Override
        public void after(PropertyExecutionResult result) {
            server.close();
            try {
                FileSystemUtils.deleteRecursively(directory);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static List<String> dump() {
            try {
                return ViewsDump.of(directory.resolve("views.db"));
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        private static void delete(Path file) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
