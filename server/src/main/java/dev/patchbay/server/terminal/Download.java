package dev.patchbay.server.terminal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Fetches an export of a given end into a file, and goes on where the connection broke. */
final class Download {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int BUFFER = 65_536;

    private final Service service;
    private final String path;
    private final Path file;
    private final Attempts attempts;
    private final Duration patience;
    private @Nullable String tag;

    Download(Service service, String path, Path file) {
        this(service, path, file, Attempts.whileBroken(), PATIENCE);
    }

    Download(Service service, String path, Path file, Attempts attempts, Duration patience) {
        this.service = service;
        this.path = path;
        this.file = file;
        this.attempts = attempts;
        this.patience = patience;
    }

    void run(Progress progress) throws IOException, InterruptedException {
        attempts.make(() -> {
            goOn(progress);
            return file;
        });
    }

    private void goOn(Progress progress) throws IOException, InterruptedException {
        long have = Files.exists(file) ? Files.size(file) : 0;
        HttpResponse<InputStream> answer = tag == null || have == 0
                ? service.ask(path)
                : service.ask(path, "Range", "bytes=" + have + "-", "If-Range", tag);
        boolean isRest = answer.statusCode() == 206;
        tag = answer.headers().firstValue("ETag").orElse(null);
        long length = answer.headers().firstValueAsLong("Content-Length").orElse(0);
        progress.show(isRest ? have : 0, (isRest ? have : 0) + length);
        StandardOpenOption where = isRest ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING;
        try (ImpatientReader input = new ImpatientReader(answer.body(), patience);
                OutputStream output = open(where)) {
            byte[] buffer = new byte[BUFFER];
            for (int count = input.read(buffer); count >= 0; count = input.read(buffer)) {
                write(output, buffer, count);
                progress.advance(count);
            }
        }
    }

    private OutputStream open(StandardOpenOption where) {
        try {
            return Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, where);
        } catch (IOException e) {
            throw Failure.unwritable(e);
        }
    }

    private static void write(OutputStream output, byte[] buffer, int count) {
        try {
            output.write(buffer, 0, count);
        } catch (IOException e) {
            throw Failure.unwritable(e);
        }
    }
}
