package dev.patchbay.rest.agent.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.shared.Provenance;
import java.time.Clock;
import org.junit.jupiter.api.Test;

class ImportsTest {

    private final Imports imports = new Imports(null, null, Clock.systemUTC());

    @Test
    void begins_nothing_when_the_server_stopped_during_the_upload() {
        imports.requireNoneRunning(1);
        imports.stop();

        assertThatThrownBy(() -> imports.start(null, 1, Provenance.system(1, "a-request")))
                .hasMessageContaining("The server is stopping");
        assertThat(imports.status(1)).isEmpty();
    }
}
