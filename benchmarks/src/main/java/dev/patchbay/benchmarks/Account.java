package dev.patchbay.benchmarks;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** An account of the server, and what one may send in its name. */
record Account(InetSocketAddress address, String key) {

    private static final Pattern KEY = Pattern.compile("\"key\" ?: ?\"(idc_\\w+)\"");
    private static final Pattern ID = Pattern.compile("\"id\" ?: ?(\\d+)");
    private static final Pattern POSITION = Pattern.compile("(?i)\nPatchbay-Position: (\\d+)");
    private static final AtomicInteger PHONE_NUMBERS = new AtomicInteger(2_000_000);
    private static final AtomicLong CALLS = new AtomicLong();

    /** Opens a further one. */
    static Account open(Server server) throws IOException {
        Account first = new Account(server.address(), Server.FIRST_KEY);
        String opened = first.send(Request.post("/accounts", first.key, "{\"name\": \"Benchmark\"}", 201));
        return new Account(server.address(), find(KEY, opened));
    }

    Request operatorCreation() {
        String operator =
                "{\"name\": \"Greta Hall\", \"phone_number\": \"+15555550199\", \"email\": \"greta@example.com\"}";
        return Request.post("/operators", key, operator, 201);
    }

    /** The same ones in every run. */
    List<Request> operatorCreations(int count) {
        Random dice = new Random(count);
        return IntStream.range(0, count)
                .mapToObj(i -> String.format(
                        Locale.ROOT,
                        "{\"name\": \"Greta Hall %d\", \"phone_number\": \"+1555%07d\", \"email\": \"greta%d@example.com\"}",
                        i,
                        2_000_000 + dice.nextInt(8_000_000),
                        i))
                .map(operator -> Request.post("/operators", key, operator, 201))
                .toList();
    }

    /** Of a number that nobody has. */
    Request purchase() {
        String number = "{\"phone_number\": \"+1555" + PHONE_NUMBERS.getAndIncrement() + "\"}";
        return Request.post("/virtual_numbers/purchase", key, number, 201);
    }

    Request attachment(long number, long operator) {
        String path = "/virtual_numbers/" + number + "/add_operator";
        return Request.post(path, key, "{\"operator_id\": " + operator + "}", 200);
    }

    /** Of a call that nobody recorded before. */
    Request recordingOfCall(long number) {
        String call = "{\"external_id\": \"S" + CALLS.getAndIncrement() + "\", \"direction\": \"inbound\","
                + " \"phone_number\": \"+15558884444\", \"call_status\": \"answered\", \"call_duration\": 213}";
        return Request.post("/virtual_numbers/" + number + "/calls", key, call, 201);
    }

    Request readingOperator(long operator) {
        return Request.get("/operators/" + operator, key);
    }

    Request readingNumber(long number) {
        return Request.get("/virtual_numbers/" + number, key);
    }

    /** Answers its number. */
    long createOperator() throws IOException {
        return Long.parseLong(find(ID, send(operatorCreation())));
    }

    /** Whether it is answered as it should be. */
    boolean finds(Request request) throws IOException {
        try (Connection connection = new Connection(address)) {
            return request.expects(connection.exchange(request));
        }
    }

    /** Answers all operators of the account. */
    List<Long> createOperators(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            send(operatorCreation());
        }
        return operators();
    }

    /** All operators of the account. */
    List<Long> operators() throws IOException {
        return ids(send(Request.get("/operators", key)));
    }

    /** All virtual numbers of the account, as long as they have no operators. */
    List<Long> numbers() throws IOException {
        return ids(send(Request.get("/virtual_numbers", key)));
    }

    /** Answers the number that was purchased last. */
    long purchaseNumber() throws IOException {
        return Long.parseLong(find(ID, send(purchase())));
    }

    /** How many events the server has stored, those of all accounts included. */
    long position() throws IOException {
        return position(send(Request.get("/operators", key)));
    }

    /** The position that an answer is from. */
    static long position(String answer) throws IOException {
        return Long.parseLong(find(POSITION, answer));
    }

    /** The number of its key. */
    long keyId() throws IOException {
        return ids(send(Request.get("/api_keys", key))).getFirst();
    }

    /** Answers headers and body; fails on any other status than the expected one. */
    String send(Request request) throws IOException {
        try (Connection connection = new Connection(address)) {
            if (!request.expects(connection.exchange(request))) {
                throw new IOException("unexpected answer:\n" + connection.answer());
            }
            return connection.answer();
        }
    }

    private static List<Long> ids(String answer) {
        return ID.matcher(answer)
                .results()
                .map(match -> Long.valueOf(match.group(1)))
                .toList();
    }

    static String find(Pattern pattern, String answer) throws IOException {
        Matcher matcher = pattern.matcher(answer);
        if (!matcher.find()) {
            throw new IOException("no " + pattern + " in:\n" + answer);
        }
        return matcher.group(1);
    }
}
