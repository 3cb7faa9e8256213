package dev.patchbay.server.document;

import dev.patchbay.server.Client;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request before it is sent, byte for byte: nothing keeps it from being nonsense.
 *
 * @param target path and query
 * @param headers lines without their ends; each character is one byte
 * @param body null for none
 */
@SuppressWarnings("ArrayRecordComponent") // bytes as they go over the wire, never compared
record Draft(String method, String target, List<String> headers, byte @Nullable [] body, boolean chunked) {
    private static final int CHUNK = 65_536;

    static Draft of(String method, String target, String key) {
        return new Draft(method, target, List.of("Authorization: " + Client.authorization(key)), null, false);
    }

    /** Characters become the bytes that UTF-8 has for them. */
    static String utf8(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    Draft at(String newTarget) {
        return new Draft(method, newTarget, headers, body, chunked);
    }

    Draft by(String newMethod) {
        return new Draft(newMethod, target, headers, body, chunked);
    }

    /** The target without its query. */
    String path() {
        return target.replaceFirst("\\?.*", "");
    }

    /** With these parameters before those that it has: of two of the same name the first one counts. */
    Draft asking(String query) {
        String more = target.substring(path().length()).replaceFirst("\\?", "&");
        return at(path() + "?" + query + more);
    }

    /** One more header, or another value for one that is there. */
    Draft with(String name, String value) {
        return without(name).adding(name, value);
    }

    Draft adding(String name, String value) {
        List<String> more = new ArrayList<>(headers);
        more.add(name + ": " + value);
        return new Draft(method, target, more, body, chunked);
    }

    Draft without(String name) {
        List<String> fewer = headers.stream()
                .filter(line -> !line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .toList();
        return new Draft(method, target, fewer, body, chunked);
    }

    Draft saying(byte[] newBody) {
        return new Draft(method, target, headers, newBody, chunked).with("Content-Type", "application/json");
    }

    Draft sayingLines(byte[] newBody) {
        return saying(newBody).with("Content-Type", ContractDocument.LINES);
    }

    Draft inChunks() {
        return new Draft(method, target, headers, body, true);
    }

    byte[] bytes() {
        StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
        if (headers.stream().noneMatch(line -> line.startsWith("Host:"))) {
            head.append("Host: localhost\r\n");
        }
        headers.forEach(line -> head.append(line).append("\r\n"));
        if (body != null && headers.stream().noneMatch(line -> line.startsWith("Content-Length:"))) {
            head.append(chunked ? "Transfer-Encoding: chunked\r\n" : "Content-Length: " + body.length + "\r\n");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes((head + "Connection: close\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
        if (body != null) {
            bytes.writeBytes(chunked ? chunks(body) : body);
        }
        return bytes.toByteArray();
    }

    private static byte[] chunks(byte[] body) {
        ByteArrayOutputStream chunks = new ByteArrayOutputStream();
        for (int from = 0; from < body.length; from += CHUNK) {
            int size = Math.min(CHUNK, body.length - from);
            chunks.writeBytes((Integer.toHexString(size) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            chunks.write(body, from, size);
            chunks.writeBytes("\r\n".getBytes(StandardCharsets.ISO_8859_1));
        }
        chunks.writeBytes("0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
        return chunks.toByteArray();
    }
}
