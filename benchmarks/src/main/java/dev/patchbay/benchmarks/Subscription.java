package dev.patchbay.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Iterator;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/** Follows the changes of an account while they are made, one after the other. */
record Subscription(Account account) {

    /** How long it takes from the beginning of a request until it is answered and a subscriber has its entry. */
    Row follow(int changes) throws IOException {
        Request creation = account.operatorCreation();
        Histogram nanos = Result.histogram();
        try (HttpClient client = HttpClient.newHttpClient();
                Stream<String> events = open(client)) {
            Iterator<String> lines = events.iterator();
            for (int i = 0; i < changes; i++) {
                long begin = System.nanoTime();
                String entry = "id: " + Account.position(account.send(creation));
                while (!lines.next().equals(entry)) {
                    // That is of an earlier event.
                }
                nanos.recordValue(System.nanoTime() - begin);
            }
        }
        double seconds = nanos.getMean() * changes / 1e9;
        return Row.ofLoad("POST /operators until a subscriber has its entry", 1, changes / seconds, nanos, 0);
    }

    private Stream<String> open(HttpClient client) throws IOException {
        URI address = URI.create("http://" + account.address().getAddress().getHostAddress() + ":"
                + account.address().getPort() + "/api/v1/public/changes");
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + account.key())
                .header("Accept", "text/event-stream")
                .build();
        try {
            return client.send(request, BodyHandlers.ofLines()).body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
