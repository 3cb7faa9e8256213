package dev.patchbay.benchmarks;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The packaged server in a process of its own, on a free port of the loopback interface. */
final class Server implements AutoCloseable {

    static final String FIRST_KEY = "idc_" + "Measured".repeat(4);
    static final String HEAP = "-Xmx256m";

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration REST = Duration.ofSeconds(10);

    private final Process process;
    private final InetSocketAddress address;
    private final Duration readyAfter;

    private Server(Process process, InetSocketAddress address, Duration readyAfter) {
        this.process = process;
        this.address = address;
        this.readyAfter = readyAfter;
    }

    /** Returns when the server says that it is ready. */
    static Server start(Path jar, Path data) throws IOException {
        return start(
                List.of("-jar", jar.toString()),
                Map.of(
                        "SERVER_ADDRESS",
                        "127.0.0.1",
                        "SERVER_PORT",
                        "0",
                        "PATCHBAY_DATA_DIR",
                        data.toString(),
                        "PATCHBAY_BOOTSTRAP_KEY",
                        FIRST_KEY));
    }

    /** The same of any server that says so as Patchbay does, with the heap that all get. */
    static Server start(List<String> arguments, Map<String, String> environment) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add(HEAP);
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        long start = System.nanoTime();
        Process process = builder.start();
        int port = Announcement.awaitPort(process, PATIENCE);
        Duration readyAfter = Duration.ofNanos(System.nanoTime() - start);
        return new Server(process, new InetSocketAddress(InetAddress.getLoopbackAddress(), port), readyAfter);
    }

    InetSocketAddress address() {
        return address;
    }

    /** Since the process was started. */
    Duration readyAfter() {
        return readyAfter;
    }

    /** Until what a start leaves behind is done. */
    void rest() throws IOException {
        if (endsWithin(REST)) {
            throw new IOException("the server has ended");
        }
    }

    Row memory(String when) throws IOException {
        return Memory.of(process.pid()).row(when);
    }

    /** Of the server so far, and of this process, which does little besides the load. */
    Row processorTime() {
        Duration mine = ProcessHandle.current().info().totalCpuDuration().orElseThrow();
        Duration its = process.info().totalCpuDuration().orElseThrow();
        return Row.of(
                "processor time of the server, and of the load", its.toSeconds() + " s, " + mine.toSeconds() + " s");
    }

    /** Asks the server to end, as {@code kill} does. */
    @Override
    public void close() throws IOException {
        process.toHandle().destroy();
        if (!endsWithin(PATIENCE)) {
            process.destroyForcibly();
            throw new IOException("the server did not end within " + PATIENCE.toSeconds() + " s");
        }
    }

    private boolean endsWithin(Duration time) throws IOException {
        try {
            return process.waitFor(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }
}
