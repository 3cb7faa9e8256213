package dev.patchbay.server.document;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What nobody should ever send as a value; characters stand for bytes, as in {@link Draft}. */
final class HostileValues {
    static final int HUGE = 100_000;

    private static final Random RANDOM = new Random(20_260_415);

    /** Bytes that are no UTF-8: alone, cut off, too long for what they say, surrogates, beyond the last character. */
    private static final List<String> NO_UTF8 = split(
            "\u00ff | \u00fe\u00ff | a\u00c3 | \u00c0\u0080 | \u00ed\u00a0\u0080 | \u00f4\u0090\u0080\u0080 | \u0080");

    private static final List<String> LONG_OR_BROKEN = List.of(
            "\u2028",
            "line\u2028break",
            "\u0085",
            "a@b.c\u0085",
            "",
            " ",
            "\t",
            "\u00a0\u2003",
            "X".repeat(255),
            "X".repeat(256),
            "X".repeat(HUGE),
            "😀".repeat(255),
            "e\u0301".repeat(130));

    private static final List<String> TEXTS = split("""
            \u200b | \ufeff | x | 😀 | 👨‍👩‍👧‍👦 | \u202eright to left\u202c | שלום עולם | \u0301\u0301 | \u007f
            null | true | NaN | 0 | 1 | -1 | +1 | 01 | 1.0 | 1e3 | ٣ | ９ | 9223372036854775808 | 1,2 | %00 | %s%n
            ../../../etc/passwd | ' OR 1=1; -- | <script> | ${jndi:ldap://x}
            +15551234567 | 1234 | + | ++1 | +1555123456789012345 | +80012345678 | +8835100012345 | +37060012345 | +447700900123
            tel:+15551234567;ext=5 | +1 (555) 123-4567 ext. 9 | ٠٦٠٠١٢٣٤٥ | US | us | ZZ | 001
            en | EN | xx | english | en-US-x-private | i-klingon | und | priority | PRIORITY | mobile | admin
            a@b | Jane <jane@example.com> | "a b"@example.com | jane@[127.0.0.1] | jäne@exämple.com
            2030-01-01T00:00:00Z | 2030-01-01T00:00:00+02:00 | 2030-02-30T00:00:00Z | 1969-12-31T23:59:59Z | 2030-01-01
            9999-12-31T23:59:59Z | 9999-12-31T23:59:59-18:00 | +10000-01-01T00:00:00Z | +999999999-12-31T23:59:59Z
            -999999999-01-01T00:00:00Z | 2030-01-01T24:00:00Z | 2030-06-30T23:59:60Z""");

    private static final List<String> NUMBERS = split("""
            0 | -0 | -0.0 | 1 | -1 | 0.5 | -1.5 | 1.0 | 1e0 | 100 | 100.00000000000001 | 101 | 86400 | 86401 | 36500 | 36501
            2147483648 | 9007199254740993 | 9223372036854775807 | 9223372036854775808 | -9223372036854775808
            -9223372036854775809 | 18446744073709551616 | 123456789012345678901234567890
            1e999999999 | -1e999999999 | 1e-999999999 | 0e999999999 | 1e99999999999999999999""");

    private static final List<String> STRUCTURES = split("""
            null | true | false | [] | {} | [null] | [[]] | [1] | [1,1] | [0] | [-1] | [1.5] | ["1"] | [true] | [{}] | {"id":1} | {"":null}
            [9223372036854775807] | [9223372036854775808] | [1e999999999]
            ["read","read"] | ["read",1] | ["READ"] | ["read",null] | ["admin"]""");

    /** Escapes that mean no character, or one that no text should have. */
    private static final List<String> ESCAPES = split("""
            "\\u0000" | "a\\u0000b" | "\\ud800" | "\\udc00" | "\\udc00\\ud800" | "Jane \\ud83d" | "\\ud83d\\ude00" | "\\uffff" | "\\u202e\\u0007\"""");

    private static final List<String> NO_JSON = split("""
            nul | NaN | Infinity | - | +1 | 01 | 1. | .5 | 0x10 | 1e | 'text' | "open | "\\x" | "\\u12" | "a\u0000b" | "a\tb" | undefined
            [1,] | [,] | {"a"} | {a:1} | /* */ 1 | 1 1 | \u0000 | \u00a0""");

    private static final List<String> HEADERS = split("""
            x | * | ** | *, * | " | "" | "open | "a", "b" | ,,,, | W/"1-0123456789abcdef" | "1-0123456789abcdef"
            "99999999999999999999-0123456789abcdef" | -1 | +1 | 01 | 0 | 1.0 | 1e3 | 18446744073709551616 | 99999999999999999999999
            NaN | \u0000 | a\u0001b | \u007f | Bearer | Bearer idc_ | Basic eDp5 | / | ;;; | ${jndi:ldap://x}
            application/json; charset=utf-16 | application/xml | multipart/form-data; boundary=x""");

    private static final List<String> IDS = split("""
            0 | -1 | 999999999 | 9223372036854775807 | 9223372036854775808 | 18446744073709551617 | 1.0 | 1e0 | x | * | ~ | null
            %20 | %00 | %2F | %2e%2e | .. | . | ; | %5c | \\ | % | %zz | %ff | %c0%80 | %ed%a0%80 | %D9%A3 | %EF%BC%91 | %F0%9F%98%80
            \u00ff | < | {id} | [1] | ^ | " | '""");

    /** Other spellings of an id. */
    private static final List<String> SPELLINGS = split("""
            0@ | +@ | %2B@ | @%20 | %20@ | @%00 | @. | @.json | @.0 | @/ | @// | @%2F | @;a=b | @%3Fx | 0x@""");

    private static final List<String> QUERY_VALUES = split("""
            0 | -1 | +1 | %2B1 | 01 | 1.0 | 1e3 | x | 999999999 | 2147483648 | 9223372036854775807 | 9223372036854775808 | null | [] | 1,2
            %D9%A3 | %00 | % | %zz | %ff | %ed%a0%80 | %20 | %F0%9F%98%80 | us | USA | TOLL-FREE | \u00ff | < | {1}
            @ | @0 | @1 | @-1 | @01 | @1e3 | @%D9%A3 | @999999999999999999 | @9223372036854775807 | @9223372036854775808 | @@1
            1970-01-01T00:00:00Z | 1969-12-31T23:59:59Z | 2999-12-31T23:59:59Z | 2999-12-31T23:59:59.999999999-18:00 | 2026-11-20
            %2B999999999-12-31T23:59:59Z | -999999999-01-01T00:00:00Z | 2026-11-20T10:00:00 02:00 | 2026-06-30T23:59:60Z
            api_key:0 | agent:999999999999999999 | system:1 | operator | identity | 61s | 0s | ZGVzYy4w | YXNjLjE | blame,blame""");

    private HostileValues() {}

    /** Pieces of JSON, and of what is none, to stand where a value should. */
    static List<String> values() {
        List<String> values = new ArrayList<>(STRUCTURES);
        values.addAll(NUMBERS);
        values.addAll(ESCAPES);
        values.addAll(NO_JSON);
        values.addAll(List.of(
                "", "9".repeat(999), "9".repeat(HUGE), "0." + "3".repeat(HUGE), list(1000), list(1001), list(10_000)));
        values.addAll(List.of(nested("[", "]", 60), nested("[", "]", 10_000), nested("{\"a\":", "}", 10_000)));
        LONG_OR_BROKEN.forEach(text -> values.add(quoted(text)));
        TEXTS.forEach(text -> values.add(quoted(text)));
        NO_UTF8.forEach(bytes -> values.add('"' + bytes + '"'));
        IntStream.range(0, 5).forEach(i -> values.add('"' + noise(40).replaceAll("[\"\\\\]", "x") + '"'));
        return values;
    }

    /** Values of headers; a line break would only begin the next header. */
    static List<String> headers() {
        List<String> headers = new ArrayList<>(HEADERS);
        headers.addAll(NO_UTF8);
        headers.addAll(List.of("", " ", "\t", Draft.utf8("٣"), Draft.utf8("é 😀 \u202e")));
        IntStream.of(255, 256, 1000, 1001, 20_000).forEach(length -> headers.add("x".repeat(length)));
        return headers;
    }

    /** Ids as they stand in a path; some are other spellings of the good one. */
    static List<String> ids(String good) {
        List<String> ids = new ArrayList<>(IDS);
        SPELLINGS.forEach(spelling -> ids.add(spelling.replace("@", good)));
        ids.add("9".repeat(5000));
        return ids;
    }

    static List<String> queryValues() {
        List<String> values = new ArrayList<>(QUERY_VALUES);
        values.addAll(List.of("", "9".repeat(5000)));
        return values;
    }

    static String nested(String open, String close, int levels) {
        return open.repeat(levels) + (open.equals("[") ? "" : "1") + close.repeat(levels);
    }

    static String noise(int length) {
        ByteArrayOutputStream noise = new ByteArrayOutputStream();
        RANDOM.ints(length, 0, 256).forEach(noise::write);
        return noise.toString(StandardCharsets.ISO_8859_1);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static List<String> split(String values) {
        return List.of(values.replace(" | ", "\u001f").replace("\n", "\u001f").split("\u001f", -1));
    }

    private static String quoted(String text) {
        String escaped = text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\t", "\\t");
        return '"' + Draft.utf8(escaped) + '"';
    }

    private static String list(int size) {
        return IntStream.rangeClosed(1, size).mapToObj(Integer::toString).collect(Collectors.joining(",", "[", "]"));
    }
}
