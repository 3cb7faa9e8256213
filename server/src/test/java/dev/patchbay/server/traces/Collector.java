package dev.patchbay.server.traces;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** Test double of a collector of traces: takes them by OTLP over HTTP, and only remembers them. */
final class Collector implements AutoCloseable {

    private final HttpServer server;
    private final List<ExportTraceServiceRequest> requests = new CopyOnWriteArrayList<>();

    Collector() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/traces", this::take);
        server.start();
    }

    /** The settings that have a server send its traces here. */
    String[] settings() {
        String export = "management.opentelemetry.tracing.export.otlp.";
        return new String[] {
            export + "endpoint=http://127.0.0.1:" + server.getAddress().getPort() + "/v1/traces", export + "timeout=60s"
        };
    }

    /** All that came, as text. */
    String everything() {
        return requests.toString();
    }

    /** The spans of a trace, each as its name after the names of those that it lies in. */
    List<String> paths(String trace) {
        List<Span> spans = spans(trace);
        return spans.stream().map(span -> path(span, spans)).toList();
    }

    private List<Span> spans(String trace) {
        return requests.stream()
                .flatMap(request -> request.getResourceSpansList().stream())
                .flatMap(resource -> resource.getScopeSpansList().stream())
                .flatMap(scope -> scope.getSpansList().stream())
                .filter(span -> HexFormat.of()
                        .formatHex(span.getTraceId().toByteArray())
                        .equals(trace))
                .toList();
    }

    /** The one span of a trace that has a name. */
    Span span(String trace, String name) {
        return spans(trace).stream()
                .filter(span -> span.getName().equals(name))
                .reduce((first, second) -> {
                    throw new AssertionError("several spans are called " + name);
                })
                .orElseThrow();
    }

    static Map<String, String> attributes(Span span) {
        return span.getAttributesList().stream()
                .collect(Collectors.toMap(
                        KeyValue::getKey, value -> value.getValue().getStringValue()));
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            requests.add(ExportTraceServiceRequest.parseFrom(exchange.getRequestBody()));
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private static String path(Span span, List<Span> spans) {
        return spans.stream()
                .filter(outer -> outer.getSpanId().equals(span.getParentSpanId()))
                .findFirst()
                .map(outer -> path(outer, spans) + " > ")
                .orElse("")
                .concat(span.getName());
    }
}
