package dev.patchbay.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HeldPortTest {

    private final HeldPort port = new HeldPort();

    @AfterEach
    void close() {
        port.close();
    }

    @Test
    void counts_as_taken_though_nobody_listens() throws IOException {
        assertThatThrownBy(() -> connect().close()).isInstanceOf(ConnectException.class);

        try (Socket socket = new Socket()) {
            socket.setReuseAddress(false);
            assertThatThrownBy(() -> socket.bind(new InetSocketAddress(port.number())))
                    .isInstanceOf(BindException.class);
        }
    }

    @Test
    void is_listened_at_by_one_at_a_time_again_and_again() throws IOException {
        for (int i = 0; i < 2; i++) {
            try (ServerSocket listening = listen();
                    Socket connection = connect()) {
                assertThat(connection.isConnected()).isTrue();
                assertThatThrownBy(() -> listen().close()).isInstanceOf(BindException.class);
                listening.accept().close();
            }
        }
    }

    private ServerSocket listen() throws IOException {
        return new ServerSocket(port.number(), 1, InetAddress.getLoopbackAddress());
    }

    private Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), port.number());
    }
}
