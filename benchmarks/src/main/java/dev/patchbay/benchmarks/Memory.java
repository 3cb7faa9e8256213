package dev.patchbay.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The memory of a process that is in RAM, in MB, now and at most so far; as Linux counts it. */
record Memory(long resident, long peak) {

    static Memory of(long process) throws IOException {
        String status = Files.readString(Path.of("/proc", Long.toString(process), "status"));
        return new Memory(megabytes(status, "VmRSS:"), megabytes(status, "VmHWM:"));
    }

    Row row(String when) {
        return Row.of(
                "resident memory with " + Server.HEAP + ", " + when + " (peak so far " + peak + " MB)",
                resident + " MB");
    }

    private static long megabytes(String status, String field) {
        String kilobytes = status.lines()
                .filter(line -> line.startsWith(field))
                .findFirst()
                .orElseThrow()
                .replaceAll("\\D", "");
        return Long.parseLong(kilobytes) / 1024;
    }
}
