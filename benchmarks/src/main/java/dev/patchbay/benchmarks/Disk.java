package dev.patchbay.benchmarks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.HdrHistogram.Histogram;

/** What the disk can do: no durable write that waits for its turn is faster. */
final class Disk {

    private static final int RECORD = 1024;

    private Disk() {}

    /** Appends groups of 1 KB records to a file and forces each group; the percentiles are those of a group. */
    static Row appendAndForce(Path directory, int group, Duration time) throws IOException {
        byte[] records = new byte[group * RECORD];
        ThreadLocalRandom.current().nextBytes(records);
        Histogram nanos = Result.histogram();
        Path file = Files.createTempFile(directory, "disk", null);
        long start = System.nanoTime();
        long now = start;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.APPEND)) {
            while (now - start < time.toNanos()) {
                channel.write(ByteBuffer.wrap(records));
                channel.force(false);
                long then = System.nanoTime();
                nanos.recordValue(then - now);
                now = then;
            }
        }
        Files.delete(file);
        double perSecond = nanos.getTotalCount() * group / ((now - start) / 1e9);
        return Row.ofLoad(name(group), 1, perSecond, nanos, 0);
    }

    private static String name(int group) {
        return "disk alone: 1 KB records, appended and forced " + (group == 1 ? "singly" : "in groups of " + group);
    }
}
