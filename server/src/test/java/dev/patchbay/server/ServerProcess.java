package dev.patchbay.server;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The real server in a process of its own, so that it can be killed. */
public final class ServerProcess implements AutoCloseable {

    private static final Pattern READY = Pattern.compile("Patchbay is ready: (http://\\S+)");

    private final Process process;
    private @Nullable URI root;

    private ServerProcess(Process process) {
        this.process = process;
    }

    /** How a server ended that was not to start: its exit code and every line that it printed. */
    public record Ended(int exitCode, List<String> lines) {}

    /** Starts with nothing but these variables and waits for the end; fails when the server comes up instead. */
    public static Ended refusing(Map<String, String> variables) {
        ProcessBuilder builder = new ProcessBuilder(command()).redirectErrorStream(true);
        builder.environment().putAll(variables);
        try {
            Process process = builder.start();
            List<String> lines = new ArrayList<>();
            BufferedReader output = process.inputReader();
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                lines.add(line);
                if (READY.matcher(line).find()) {
                    process.destroyForcibly();
                }
            }
            return new Ended(process.waitFor(), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Starts on a data directory and returns when it is ready; fails with what it printed when it ends instead. */
    public static ServerProcess on(Path dataDirectory, String... settings) {
        ServerProcess begun = begin(dataDirectory, Map.of(), settings);
        begun.awaitReady();
        return begun;
    }

    /** Starts on a data directory, with these variables besides, and returns at once. */
    public static ServerProcess begin(Path dataDirectory, Map<String, String> variables, String... settings) {
        List<String> command = command();
        command.add("--server.port=0");
        command.addAll(RunningServer.patience(settings));
        command.add("--patchbay.data-dir=" + dataDirectory);
        TestStore.settings(dataDirectory, settings).forEach(setting -> command.add("--" + setting));
        return new ServerProcess(started(command, variables));
    }

    /** A command of the terminal, such as {@code backup}, in a process of its own. */
    public static ServerProcess terminal(Map<String, String> variables, String... arguments) {
        List<String> command = command();
        command.addAll(List.of(arguments));
        return new ServerProcess(started(command, variables));
    }

    private static Process started(List<String> command, Map<String, String> variables) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PATCHBAY_BOOTSTRAP_KEY", RunningServer.FIRST_KEY);
        builder.environment().putAll(variables);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns when it is ready; fails with what it printed when it ends instead. */
    public void awaitReady() {
        try {
            root = awaitReady(process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public long pid() {
        return process.pid();
    }

    /** Its exit code, and what it printed if nobody has read that. */
    public Ended end() {
        List<String> lines = process.inputReader().lines().toList();
        join();
        return new Ended(process.exitValue(), lines);
    }

    public Client client() {
        return new Client(Objects.requireNonNull(root).resolve("/api/v1/public/"), RunningServer.FIRST_KEY);
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** {@code kill -9}: nothing is finished, nothing is cleaned up. */
    public void kill() {
        process.destroyForcibly();
        join();
    }

    /** {@code SIGTERM}; answers the exit code. */
    public int terminate() {
        process.destroy();
        join();
        return process.exitValue();
    }

    @Override
    public void close() {
        kill();
    }

    private static List<String> command() {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC"));
        File built = new File(System.getProperty("patchbay.test.built", ""));
        Path extracted = Path.of(System.getProperty("patchbay.test.extracted", ""));
        Path cache = extracted.resolve("patchbay.aot");
        if (isOf(built, cache)) {
            command.addAll(List.of(
                    "-XX:AOTCache=" + cache,
                    "-jar",
                    extracted.resolve(built.getName()).toString()));
        } else {
            command.addAll(List.of(
                    "--enable-native-access=ALL-UNNAMED",
                    "-cp",
                    System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                    Patchbay.class.getName()));
        }
        return command;
    }

    /** Every build makes its jar anew, and takes it apart only where it runs as a whole: what it left behind earlier is older. */
    private static boolean isOf(File built, Path cache) {
        return built.isFile() && cache.toFile().lastModified() >= built.lastModified();
    }

    private void join() {
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the server does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static URI awaitReady(Process process) throws IOException {
        StringBuilder printed = new StringBuilder();
        BufferedReader output = process.inputReader();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            printed.append(line).append('\n');
            Matcher ready = READY.matcher(line);
            if (ready.find()) {
                Thread.ofVirtual().start(() -> pass(output));
                return URI.create(ready.group(1));
            }
        }
        throw new IllegalStateException("the server did not start:\n" + printed);
    }

    private static void pass(BufferedReader output) {
        try {
            output.lines().forEach(System.out::println);
        } catch (UncheckedIOException killed) {
            // It says nothing any more.
        }
    }
}
