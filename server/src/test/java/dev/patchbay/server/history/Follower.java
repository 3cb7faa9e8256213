package dev.patchbay.server.history;

import dev.patchbay.server.Client;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** One connection on which the changes are followed; it ends as soon as either side hangs up. */
final class Follower implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Socket socket = new Socket();
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private InputStream input = InputStream.nullInputStream();

    private Follower() {}

    /** Server-sent events after the one of this id; before the first when it is 0. */
    static Follower ofEvents(Client client, String lastEventId) throws IOException {
        return new Follower().ask(client, "", "Accept: text/event-stream", "Last-Event-ID: " + lastEventId);
    }

    /** Server-sent events from now on. */
    static Follower ofEvents(Client client) throws IOException {
        return new Follower().ask(client, "", "Accept: text/event-stream");
    }

    /** Lines after a position, waited for. */
    static Follower ofLines(Client client, long after) throws IOException {
        return new Follower().ask(client, "?after=@" + after + "&wait=30s", "Accept: application/x-ndjson");
    }

    /** Of a protocol that knows no chunks: what comes is what was said. */
    private Follower ask(Client client, String query, String... headers) throws IOException {
        socket.setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));
        socket.connect(
                new InetSocketAddress(client.base().getHost(), client.base().getPort()));
        String request = "GET /api/v1/public/changes" + query + " HTTP/1.0\r\nHost: localhost\r\nAuthorization: "
                + Client.authorization(client.key()) + "\r\n" + String.join("\r\n", headers) + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        input = new BufferedInputStream(socket.getInputStream());
        return this;
    }

    /** The next whole line, without its end; empty when the connection was ended. */
    Optional<String> line() throws IOException {
        try {
            for (int next = input.read(); next >= 0; next = input.read()) {
                if (next == '\n') {
                    String whole = line.toString(StandardCharsets.UTF_8);
                    line.reset();
                    return Optional.of(whole.strip());
                }
                line.write(next);
            }
        } catch (SocketException hungUp) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    /** The first line that says this; empty when the connection was ended before. */
    Optional<String> await(String text) throws IOException {
        for (Optional<String> next = line(); next.isPresent(); next = line()) {
            if (next.get().contains(text)) {
                return next;
            }
        }
        return Optional.empty();
    }

    /** Hangs up; abruptly, so that what is on its way is lost. */
    void cut() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
