package dev.patchbay.server.contract;

import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands before a server, below a path, and breaks off in the midst of the first file. */
final class CuttingProxy implements AutoCloseable {
    private static final List<String> ASKED = List.of("Authorization", "Range", "If-Range");
    private static final List<String> ANSWERED = List.of("ETag", "Patchbay-Position", "Content-Range");

    private final HttpServer proxy;
    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicBoolean cut = new AtomicBoolean();
    private final AtomicInteger parts = new AtomicInteger();
    private final String path;
    private final URI root;
    private final Callable<Boolean> arrived;

    /** Breaks off only when some of the file has arrived. */
    CuttingProxy(String path, URI root, Callable<Boolean> arrived) throws IOException {
        this.path = path;
        this.root = root;
        this.arrived = arrived;
        this.proxy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        proxy.createContext(path, this::pass);
        proxy.start();
    }

    String url() {
        return "http://localhost:" + proxy.getAddress().getPort();
    }

    /** How often only a part of a file was answered. */
    int parts() {
        return parts.get();
    }

    @Override
    public void close() {
        proxy.stop(0);
        http.close();
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            HttpResponse<byte[]> answer = ask(exchange);
            byte[] body = answer.body();
            ANSWERED.forEach(name -> answer.headers()
                    .firstValue(name)
                    .ifPresent(value -> exchange.getResponseHeaders().set(name, value)));
            if (answer.statusCode() == 206) {
                parts.incrementAndGet();
            }
            boolean whole = !exchange.getRequestURI().getQuery().contains("parquet") || cut.getAndSet(true);
            exchange.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body, 0, whole ? body.length : body.length / 2);
            if (!whole) {
                exchange.getResponseBody().flush();
                await().until(arrived);
            }
        }
    }

    private HttpResponse<byte[]> ask(HttpExchange exchange) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                root.resolve(exchange.getRequestURI().toString().substring(path.length())));
        ASKED.stream()
                .filter(exchange.getRequestHeaders()::containsKey)
                .forEach(name ->
                        request.header(name, exchange.getRequestHeaders().getFirst(name)));
        try {
            return http.send(request.build(), BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
