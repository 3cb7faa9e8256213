package dev.patchbay.server.axonserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AxonServerTest {

    @Test
    void one_that_is_silent_is_away_and_asked_nothing_more() throws IOException {
        try (ServerSocket silent = new ServerSocket(0);
                AxonServer server = new AxonServer(new AxonServerSettings("localhost:" + silent.getLocalPort(), ""))) {
            assertThatThrownBy(server::end)
                    .isInstanceOf(AxonServerFault.class)
                    .hasMessage("the Axon Server at localhost:" + silent.getLocalPort() + " does not answer");
            assertThat(server.isAway()).isTrue();
            assertThatThrownBy(server::present).isInstanceOf(AxonServerFault.class);

            server.returned();
            assertThat(server.present()).isSameAs(server);
        }
    }

    @ParameterizedTest
    @CsvSource({"axon, axon:8124", "axon:9000, axon:9000", "192.0.2.1, 192.0.2.1:8124", "[::1], [::1]:8124"})
    void the_port_is_the_usual_one_unless_it_is_named(String address, String target) {
        assertThat(new AxonServerSettings(address, "").target()).isEqualTo(target);
    }

    @ParameterizedTest
    @ValueSource(strings = {"axon:", ":8124", "axon:x", "http://axon", "axon/a", "me@axon", "a b"})
    void what_is_no_address_is_refused(String address) {
        assertThatThrownBy(() -> new AxonServerSettings(address, ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("patchbay.axon.server.address (PATCHBAY_AXON_SERVER_ADDRESS) must be a host, or host:port");
    }

    @Test
    void it_is_said_that_the_address_is_missing() {
        assertThatThrownBy(new AxonServerSettings("", "")::target)
                .hasMessageStartingWith("patchbay.axon.server.address (PATCHBAY_AXON_SERVER_ADDRESS) must say where");
    }
}
