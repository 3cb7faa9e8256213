package dev.patchbay.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

/** Many calls of one number in one request, spread over the year 2025 as the same dice fall every time. */
record Batch(Account account, long number, int lines) {

    private static final Instant YEAR = Instant.parse("2025-01-01T00:00:00Z");
    private static final int SECONDS_OF_YEAR = 365 * 24 * 3600;

    /** Returns when all are recorded and shown; the first is the one with this number. */
    void record(int first) throws IOException {
        URI address = URI.create("http://" + account.address().getAddress().getHostAddress() + ":"
                + account.address().getPort() + "/api/v1/public/calls/batch");
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + account.key())
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(body(first)))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<Stream<String>> answer = client.send(request, BodyHandlers.ofLines());
            long recorded = answer.body()
                    .filter(line -> line.contains("\"status\":201"))
                    .count();
            if (answer.statusCode() != 200 || recorded != lines) {
                throw new IOException("only " + recorded + " of " + lines + " calls were recorded");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private String body(int first) {
        Random dice = new Random(first);
        StringBuilder body = new StringBuilder();
        for (int line = 0; line < lines; line++) {
            boolean answered = dice.nextInt(4) > 0;
            body.append(String.format(
                    Locale.ROOT,
                    "{\"virtual_number_id\":%d,\"external_id\":\"B%d\",\"direction\":\"inbound\",\"phone_number\":\"+15558884444\","
                            + "\"caller_name\":\"John Smith\",\"call_status\":\"%s\",\"call_duration\":%d,\"started_at\":\"%s\"}\n",
                    number,
                    first + line,
                    answered ? "answered" : "missed",
                    answered ? dice.nextInt(600) : 0,
                    YEAR.plusSeconds(dice.nextInt(SECONDS_OF_YEAR))));
        }
        return body.toString();
    }
}
