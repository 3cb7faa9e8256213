package dev.patchbay.server.document;

import dev.patchbay.server.Client.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A connection for each request, without the good manners of an HTTP client. */
record Wire(URI root) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** The answer, or empty when the server just hung up. */
    Optional<Reply> send(byte[] request) {
        try (Socket socket = new Socket(root.getHost(), root.getPort())) {
            socket.setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));
            socket.setTcpNoDelay(true);
            try {
                socket.getOutputStream().write(request);
                socket.shutdownOutput();
            } catch (IOException e) {
                // The server has heard enough; it may have said why.
                return answer(socket.getInputStream());
            }
            return answer(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Reply> answer(InputStream input) throws IOException {
        byte[] bytes = readAll(input);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            return Optional.empty();
        }
        String[] lines = text.substring(0, end).split("\r\n", -1);
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        Arrays.stream(lines)
                .skip(1)
                .forEach(
                        line -> headers.computeIfAbsent(line.substring(0, line.indexOf(':')), name -> new ArrayList<>())
                                .add(line.substring(line.indexOf(':') + 1).strip()));
        byte[] body = Arrays.copyOfRange(bytes, end + 4, bytes.length);
        if (headers.containsKey("Transfer-Encoding")) {
            body = join(body);
        }
        return Optional.of(new Reply(
                Integer.parseInt(lines[0].split(" ", -1)[1]),
                HttpHeaders.of(headers, (name, value) -> true),
                new String(body, StandardCharsets.UTF_8)));
    }

    private static byte[] readAll(InputStream input) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        try {
            for (int count = input.read(buffer); count >= 0; count = input.read(buffer)) {
                read.write(buffer, 0, count);
            }
        } catch (java.net.SocketException reset) {
            // What came before is the answer.
            return read.toByteArray();
        }
        return read.toByteArray();
    }

    private static byte[] join(byte[] chunks) {
        String text = new String(chunks, StandardCharsets.ISO_8859_1);
        StringBuilder body = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int end = text.indexOf("\r\n", at);
            int size = Integer.parseInt(text.substring(at, end), 16);
            if (size == 0) {
                break;
            }
            body.append(text, end + 2, end + 2 + size);
            at = end + 2 + size + 2;
        }
        return body.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
