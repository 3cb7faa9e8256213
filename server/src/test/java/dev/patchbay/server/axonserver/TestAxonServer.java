package dev.patchbay.server.axonserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.patchbay.server.log.RecentEvents;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The Axon Server that {@code PATCHBAY_TEST_AXON_SERVER=host:port} names. It is in its development mode, in which it can be emptied, at
 * port 8024 of the same host. One process of tests after the other uses it. Where none is needed, each data directory has a
 * {@link MemoryAxonServer} to the end of this process.
 */
public final class TestAxonServer {

    private static final String VARIABLE = "PATCHBAY_TEST_AXON_SERVER";
    private static final @Nullable String NAMED = System.getenv(VARIABLE);
    private static final Map<Path, MemoryAxonServer> IN_MEMORY = new ConcurrentHashMap<>();
    private static @Nullable Path user;

    private TestAxonServer() {}

    /** Where it is, without events; a test that needs it is skipped when there is none. */
    static String emptied() {
        String address = named();
        try {
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://"
                                            + URI.create("axon://" + address).getHost()
                                            + ":8024/v1/devmode/purge-events"))
                                    .DELETE()
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return address;
    }

    /** With what a server on a data directory is started; whenever it is another directory, the log of the one before is gone. */
    public static List<String> settings(Path dataDirectory) {
        return settings(of(dataDirectory));
    }

    /** Where the one is that is named, emptied as above; or, when none is, one in memory. */
    public static String address(Path dataDirectory) {
        return NAMED == null ? inMemory(dataDirectory).address() : of(dataDirectory);
    }

    private static synchronized String of(Path dataDirectory) {
        if (!dataDirectory.equals(user)) {
            emptied();
            user = dataDirectory;
        }
        return named();
    }

    /** With what a server on a data directory is started that has an Axon Server in memory. */
    public static List<String> settingsInMemory(Path dataDirectory) {
        return settings(inMemory(dataDirectory).address());
    }

    private static List<String> settings(String address) {
        return List.of("patchbay.store=axon-server", "patchbay.axon.server.address=" + address);
    }

    private static MemoryAxonServer inMemory(Path dataDirectory) {
        return IN_MEMORY.computeIfAbsent(dataDirectory.toAbsolutePath().normalize(), unused -> new MemoryAxonServer());
    }

    /** The log as a table. */
    public static DataSource log(Path dataDirectory) {
        return logAt(named(), dataDirectory);
    }

    /** The log in memory as a table. */
    public static DataSource logInMemory(Path dataDirectory) {
        return logAt(inMemory(dataDirectory).address(), dataDirectory);
    }

    /** The log of a server at an address as a table. */
    public static DataSource logAt(String address, Path dataDirectory) {
        try (AxonServer server = new AxonServer(new AxonServerSettings(address, ""))) {
            return Mirror.of(
                    new AxonServerReader(server, new RecentEvents(), server::end), dataDirectory.resolve("tmp"));
        }
    }

    private static String named() {
        assumeTrue(NAMED != null, VARIABLE + "=host:port names no Axon Server");
        assertThat(Turn.LOCK.isValid()).isTrue();
        return NAMED;
    }

    /** Kept to the end of this process. */
    private static final class Turn {
        static final FileLock LOCK = taken();

        private static FileLock taken() {
            try {
                return FileChannel.open(
                                Path.of(System.getProperty("java.io.tmpdir"), "patchbay-test-axon-server.lock"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE)
                        .lock();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
