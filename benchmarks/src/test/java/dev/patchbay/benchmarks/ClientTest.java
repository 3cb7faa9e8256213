package dev.patchbay.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClientTest {

    private static final Request REQUEST = Request.post("/operators", "idc_key", "{}", 201);
    private static final long SECOND = 1_000_000_000;

    private final long end = System.nanoTime();
    private final long start = end - 20 * SECOND;
    private int status = 201;
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Length", "0");
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void charges_a_request_with_the_time_since_it_was_due() {
        Result result = sent(end - 10 * SECOND);
        assertThat(result.nanos().getTotalCount()).isEqualTo(1);
        assertThat(result.millis(50)).isGreaterThanOrEqualTo(10_000);
    }

    @Test
    void confirms_but_does_not_time_what_was_due_during_the_warm_up() {
        Result result = sent(start - 1, start);
        assertThat(result.confirmed()).isEqualTo(2);
        assertThat(result.nanos().getTotalCount()).isEqualTo(1);
    }

    @Test
    void sends_nothing_that_is_due_at_the_end() {
        assertThat(sent(end).confirmed()).isZero();
    }

    @Test
    void counts_other_answers_as_failed() {
        status = 500;
        Result result = sent(start, start);
        assertThat(result.failed()).isEqualTo(2);
        assertThat(result.confirmed()).isZero();
        assertThat(result.nanos().getTotalCount()).isZero();
    }

    /** One request at each of these times, and none after them. */
    private Result sent(Long... due) {
        Queue<Long> times = new ArrayDeque<>(List.of(due));
        Pace pace = now -> times.isEmpty() ? Long.MAX_VALUE : times.remove();
        Client client = new Client(server.getAddress(), pace, () -> REQUEST, start, end);
        client.run();
        Result result = new Result(1, Duration.ofSeconds(20));
        client.reportTo(result);
        return result;
    }
}
