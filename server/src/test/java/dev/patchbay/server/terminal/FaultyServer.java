package dev.patchbay.server.terminal;

import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Serves one text, or parts of it, after faults that a test asks for. */
final class FaultyServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch over = new CountDownLatch(1);
    private final Queue<Fault> faults = new ArrayDeque<>();
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private volatile String text;
    private volatile String tag;

    /** Answers instead of the server. */
    @FunctionalInterface
    interface Fault {
        void answer(HttpExchange exchange) throws IOException;
    }

    FaultyServer(String text) throws IOException {
        this.text = text;
        this.tag = tag(text);
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** What was asked for, each as Range and If-Range. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    FaultyServer refusing(int status, String retryAfter) {
        faults.add(exchange -> {
            if (!retryAfter.isEmpty()) {
                exchange.getResponseHeaders().set("Retry-After", retryAfter);
            }
            exchange.sendResponseHeaders(status, -1);
        });
        return this;
    }

    /** Sends so many bytes and breaks off when they have arrived in a file. */
    FaultyServer cutting(int count, Path file) {
        faults.add(exchange -> {
            begin(exchange, count);
            await().until(() -> file.toFile().length() == count);
        });
        return this;
    }

    /** Sends so many bytes and then nothing, for as long as there is somebody. */
    FaultyServer stallingAfter(int count) {
        faults.add(exchange -> {
            begin(exchange, count);
            try {
                over.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        return this;
    }

    /** Has another text from the next answer on. */
    FaultyServer changing(String next) {
        faults.add(exchange -> {
            text = next;
            tag = tag(next);
            serve(exchange);
        });
        return this;
    }

    @Override
    public void close() {
        over.countDown();
        server.stop(0);
        threads.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestHeaders().getFirst("Range") + " "
                + exchange.getRequestHeaders().getFirst("If-Range"));
        exchange.getResponseHeaders().set("Patchbay-Position", "1");
        Fault fault = faults.poll();
        try (exchange) {
            if (fault == null) {
                serve(exchange);
            } else {
                fault.answer(exchange);
            }
        }
    }

    private void begin(HttpExchange exchange, int count) throws IOException {
        exchange.getResponseHeaders().set("ETag", tag);
        exchange.sendResponseHeaders(200, text.length());
        exchange.getResponseBody().write(text.substring(0, count).getBytes(StandardCharsets.US_ASCII));
        exchange.getResponseBody().flush();
    }

    private void serve(HttpExchange exchange) throws IOException {
        String range = exchange.getRequestHeaders().getFirst("Range");
        boolean isPart =
                range != null && tag.equals(exchange.getRequestHeaders().getFirst("If-Range"));
        int first = isPart ? Integer.parseInt(range.replaceAll("\\D", "")) : 0;
        byte[] body = text.substring(first).getBytes(StandardCharsets.US_ASCII);
        exchange.getResponseHeaders().set("ETag", tag);
        exchange.sendResponseHeaders(isPart ? 206 : 200, body.length);
        exchange.getResponseBody().write(body);
    }

    private static String tag(String text) {
        return '"' + Integer.toHexString(text.hashCode()) + '"';
    }
}
