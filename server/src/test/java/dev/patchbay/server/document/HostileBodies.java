package dev.patchbay.server.document;

import static dev.patchbay.server.document.HostileValues.HUGE;
import static dev.patchbay.server.document.HostileValues.nested;
import static dev.patchbay.server.document.HostileValues.noise;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Whole bodies, and whole requests, that are not what they should be. */
final class HostileBodies {
    /** In which {@code @} stands for the good body, {@code ~} for its members. */
    private static final List<String> AROUND_A_GOOD_ONE = List.of(
            "[@]",
            "@x",
            "@@",
            "@,",
            "@\u0000",
            "\u00ef\u00bb\u00bf@",
            "// comment\n@",
            "{~,}",
            "{,~}",
            "{~,~}",
            "{\"x\":1,\"x\":2,~}",
            "{\"x\":\"\u00ff\",~}",
            "{\"\u00ff\":1,~}",
            "{\"x\":NaN,~}");

    private static final List<String> WITHOUT_ONE =
            List.of("", " ", "\u0000", "null", "true", "1", "\"\"", "[]", "{", "}", "{}x", "a=1&b=2", "<xml/>");

    private static final String START = "POST /api/v1/public/operators HTTP/1.1\r\nHost: localhost\r\n";

    /** First lines and what follows at once. */
    private static final List<String> BEGINNINGS = List.of(
            "",
            "\r\n\r\n",
            "\u0000",
            "GET\r\n\r\n",
            "GET /\r\n\r\n",
            "GET / HTTP/9.9\r\nHost: localhost\r\n\r\n",
            "GET / HTTP/1.0\r\n\r\n",
            "GET / FTP/1.1\r\nHost: localhost\r\n\r\n",
            "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
            "\u0016\u0003\u0001\u0002\u0000\u0001\u0000",
            "GET  /  HTTP/1.1 \r\nHost: localhost\r\n\r\n",
            "GET http://[::1 HTTP/1.1\r\nHost: localhost\r\n\r\n",
            "CONNECT localhost:1 HTTP/1.1\r\nHost: localhost\r\n\r\n",
            "POST /api/v1/public/operators HTTP/1.1\r\n\r\n",
            START,
            START + "Host: other\r\n\r\n",
            START.replace("localhost", "a b") + "\r\n",
            START.replace("\r", "") + "\n",
            "x".repeat(HUGE),
            "GET /" + "x".repeat(HUGE) + " HTTP/1.1\r\nHost: localhost\r\n\r\n");

    /** What follows a good start with a good key. */
    private static final List<String> ENDINGS = List.of(
            "no colon\r\n\r\n",
            "X: a\r\n folded\r\n\r\n",
            ": no name\r\n\r\n",
            "X\u0000Y: 1\r\n\r\n",
            "Content-Length: x\r\n\r\n{}",
            "Content-Length: -1\r\n\r\n{}",
            "Content-Length: 99999999999999999999\r\n\r\n{}",
            "Content-Length: 1000\r\n\r\n{}",
            "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
            "Transfer-Encoding: gzip\r\n\r\n{}",
            "Transfer-Encoding: chunked, x\r\n\r\n{}",
            "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
            "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n",
            "Transfer-Encoding: chunked\r\n\r\n-1\r\n",
            "Transfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n{}",
            "Transfer-Encoding: chunked\r\n\r\n2\r\n{",
            "Expect: nonsense\r\nContent-Length: 2\r\n\r\n{}",
            "Upgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings\r\nHTTP2-Settings: x\r\n\r\n",
            "X: 1\r\n".repeat(5000) + "\r\n",
            "X".repeat(HUGE) + ": 1\r\n\r\n");

    private HostileBodies() {}

    /** Bodies made of a good one. */
    static List<byte[]> of(String good) {
        String members = good.substring(1, good.length() - 1);
        List<String> bodies = new ArrayList<>(WITHOUT_ONE);
        AROUND_A_GOOD_ONE.forEach(body -> bodies.add(body.replace("@", good).replace("~", members)));
        bodies.add(good.substring(0, good.length() - 1));
        bodies.add(good.substring(0, good.length() / 2));
        bodies.add(good.replace('"', '\''));
        bodies.add(nested("[", "", 10_000));
        for (String value : List.of(
                nested("[", "]", 64),
                nested("[", "]", 10_000),
                nested("{\"a\":", "}", 10_000),
                "9".repeat(HUGE),
                '"' + "y".repeat(1024 * 1024) + '"')) {
            bodies.add("{\"x\":" + value + "," + members + "}");
        }
        IntStream.range(0, 3).forEach(i -> bodies.add(noise(200)));
        List<byte[]> all =
                new ArrayList<>(bodies.stream().map(HostileValues::bytes).toList());
        all.add(good.getBytes(StandardCharsets.UTF_16));
        all.add(good.getBytes(StandardCharsets.UTF_16LE));
        return all;
    }

    /** What hardly is HTTP any more. */
    static List<byte[]> garbage(String key) {
        String start = START + "Authorization: Bearer " + key + "\r\n";
        List<String> garbage = new ArrayList<>(BEGINNINGS);
        ENDINGS.forEach(ending -> garbage.add(start + ending));
        IntStream.range(0, 20).forEach(i -> garbage.add(noise(300)));
        IntStream.range(0, 10).forEach(i -> garbage.add(start + noise(300) + "\r\n\r\n"));
        return garbage.stream().map(HostileValues::bytes).toList();
    }
}
