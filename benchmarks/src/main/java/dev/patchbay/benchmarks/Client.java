package dev.patchbay.benchmarks;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/** One connection of the load, on a thread of its own. */
final class Client implements Runnable {

    private final InetSocketAddress address;
    private final Pace pace;
    private final Load.Requests requests;
    private final long start;
    private final long end;
    private final Histogram nanos = Result.histogram();
    private long confirmed;
    private long failed;

    /** Takes the time from the start to the end; both are in {@link System#nanoTime()}. */
    Client(InetSocketAddress address, Pace pace, Load.Requests requests, long start, long end) {
        this.address = address;
        this.pace = pace;
        this.requests = requests;
        this.start = start;
        this.end = end;
    }

    @Override
    public void run() {
        try (Connection connection = new Connection(address)) {
            long due = pace.next(System.nanoTime());
            for (Request next = requests.next(); next != null && comes(due); next = requests.next()) {
                boolean expected = exchange(connection, next);
                long now = System.nanoTime();
                if (!expected) {
                    failed++;
                } else {
                    confirmed++;
                    if (due >= start) {
                        nanos.recordValue(now - due);
                    }
                }
                due = pace.next(now);
            }
        } catch (IOException e) {
            System.err.println("A connection cannot be closed: " + e);
        }
    }

    /** To be called when this has run. */
    void reportTo(Result result) {
        result.add(nanos, confirmed, failed);
    }

    /** Waits for that time, or for the end. */
    private boolean comes(long due) {
        long until = Math.min(due, end);
        for (long now = System.nanoTime(); now < until; now = System.nanoTime()) {
            LockSupport.parkNanos(until - now);
        }
        return due < end;
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
