package dev.patchbay.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConnectionTest {

    private static final Request REQUEST = Request.post("/operators", "idc_key", "{}", 201);

    private final Set<InetSocketAddress> clients = new HashSet<>();
    private String body = "{}";
    private boolean closing;
    private HttpServer server;
    private Connection connection;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1/public/operators", exchange -> {
            clients.add(exchange.getRemoteAddress());
            if (closing) {
                exchange.getResponseHeaders().set("Connection", "close");
            }
            exchange.sendResponseHeaders(201, body.length());
            exchange.getResponseBody().write(body.getBytes(StandardCharsets.US_ASCII));
            exchange.close();
        });
        server.start();
        connection = new Connection(server.getAddress());
    }

    @AfterEach
    void stop() throws IOException {
        connection.close();
        server.stop(0);
    }

    @Test
    void is_used_for_one_request_after_the_other() throws IOException {
        assertThat(connection.exchange(REQUEST)).isEqualTo(201);
        assertThat(connection.exchange(REQUEST)).isEqualTo(201);
        assertThat(clients).hasSize(1);
    }

    @Test
    void is_opened_again_when_the_server_closes_it() throws IOException {
        closing = true;
        connection.exchange(REQUEST);
        assertThat(connection.exchange(REQUEST)).isEqualTo(201);
        assertThat(clients).hasSize(2);
    }

    @Test
    void answers_bodies_of_any_length() throws IOException {
        body = "x".repeat(1_000_000);
        connection.exchange(REQUEST);
        assertThat(connection.answer()).startsWith("HTTP/1.1 201 ").endsWith("\r\n\r\n" + body);
        body = "short";
        connection.exchange(REQUEST);
        assertThat(connection.answer()).endsWith("\r\n\r\nshort");
    }
}
