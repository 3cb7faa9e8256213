package dev.patchbay.benchmarks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Random;
import org.HdrHistogram.Histogram;

/** What the disk can do: no durable write that waits for its turn is faster. */
final class Disk {

    private static final int RECORD = 1024;

    private Disk() {}

    /** Appends groups of 1 KB records to a file and forces each group; the percentiles are those of a group. */
    static Row appendAndForce(Path directory, int group, Duration time) throws IOException {
        Result groups = groups(directory, group, time);
        return Row.ofLoad(name(group), 1, groups.perSecond() * group, groups.nanos(), 0);
    }

    /** How fast groups are appended and forced. */
    static Result groups(Path directory, int group, Duration time) throws IOException {
        byte[] records = new byte[group * RECORD];
        new Random(group).nextBytes(records);
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
        Result groups = new Result(1, Duration.ofNanos(now - start));
        groups.add(nanos, nanos.getTotalCount(), 0);
        return groups;
    }

    private static String name(int group) {
        return "disk alone: 1 KB records, appended and forced " + (group == 1 ? "singly" : "in groups of " + group);
    }
}
