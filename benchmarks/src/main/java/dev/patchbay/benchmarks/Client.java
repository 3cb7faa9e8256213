package dev.patchbay.benchmarks;

import java.io.IOException;
import java.net.InetSocketAddress;
import org.HdrHistogram.Histogram;

/** One connection of the load, on a thread of its own. */
final class Client implements Runnable {

    private final InetSocketAddress address;
    private final Load.Requests requests;
    private final long start;
    private final long end;
    private final Histogram nanos = Result.histogram();
    private long failed;

    /** Counts from the start to the end; both are in {@link System#nanoTime()}. */
    Client(InetSocketAddress address, Load.Requests requests, long start, long end) {
        this.address = address;
        this.requests = requests;
        this.start = start;
        this.end = end;
    }

    @Override
    public void run() {
        try (Connection connection = new Connection(address)) {
            long now = System.nanoTime();
            for (Request next = requests.next(); next != null && now < end; next = requests.next()) {
                boolean expected = exchange(connection, next);
                long then = System.nanoTime();
                if (now >= start) {
                    count(expected, then - now);
                }
                now = then;
            }
        } catch (IOException e) {
            System.err.println("A connection cannot be closed: " + e);
        }
    }

    /** To be called when this has run. */
    void reportTo(Result result) {
        result.add(nanos, failed);
    }

    private void count(boolean expected, long duration) {
        if (expected) {
            nanos.recordValue(Math.min(duration, nanos.getHighestTrackableValue()));
        } else {
            failed++;
        }
    }

    private static boolean exchange(Connection connection, Request request) throws IOException {
        try {
            boolean expected = request.expects(connection.exchange(request));
            if (!expected) {
                Unexpected.show(connection.answer());
            }
            return expected;
        } catch (IOException e) {
            connection.close();
            Unexpected.show(e.toString());
            return false;
        }
    }
}
