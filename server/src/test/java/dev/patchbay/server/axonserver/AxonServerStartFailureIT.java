package dev.patchbay.server.axonserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.server.HeldPort;
import dev.patchbay.server.ServerProcess;
import dev.patchbay.server.ServerProcess.Ended;
import dev.patchbay.server.postgres.EmbeddedDatabases;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start that cannot succeed says why in one line. */
class AxonServerStartFailureIT {

    @TempDir
    private Path directory;

    @Test
    void when_nothing_answers() {
        try (HeldPort port = new HeldPort()) {
            String address = "localhost:" + port.number();
            assertEnds(start(address), "the Axon Server at " + address + " does not answer");
        }
    }

    @Test
    void when_the_address_is_missing() {
        assertEnds(start(""), "patchbay.axon.server.address (PATCHBAY_AXON_SERVER_ADDRESS) must say where");
    }

    private Ended start(String address) {
        return ServerProcess.refusing(Map.of(
                "PATCHBAY_DATA_DIR",
                directory.resolve("data").toString(),
                "PATCHBAY_STORE",
                "axon-server",
                "PATCHBAY_AXON_SERVER_ADDRESS",
                address,
                "PATCHBAY_POSTGRES_URL",
                EmbeddedDatabases.of(directory).url(),
                "PATCHBAY_POSTGRES_USER",
                "postgres"));
    }

    private static void assertEnds(Ended ended, String why) {
        assertThat(ended.lines())
                .filteredOn(line -> line.startsWith("Patchbay did not start: "))
                .singleElement()
                .asString()
                .contains(why);
        assertThat(ended.exitCode()).isEqualTo(1);
    }
}
