package dev.patchbay.rest.request;

import dev.patchbay.rest.answer.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.MediaType;

/** A body of many lines: kept in a file until it is worked off, so that one that is cut off or too large has no effect. */
public final class Upload implements AutoCloseable {
    private static final int BUFFER = 64 * 1024;

    private final Path file;
    private final InputStream kept;
    private final Lines lines;

    private Upload(Path file) throws IOException {
        this.file = file;
        this.kept = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        this.lines = new Lines(kept);
    }

    /**
     * Takes in the whole body.
     *
     * @throws Problem when it is not what it must be, too large, or cut off
     */
    public static Upload of(HttpServletRequest request) {
        return of(request, Path.of(System.getProperty("java.io.tmpdir")));
    }

    static Upload of(HttpServletRequest request, Path directory) {
        Body.requireType(request, MediaType.APPLICATION_NDJSON, Problem::notLines);
        if (request.getContentLengthLong() > UploadLimits.MOST_BYTES) {
            throw Problem.tooLarge();
        }
        try {
            Path file = Files.createTempFile(directory, "patchbay-", ".ndjson");
            try {
                receive(request, file);
                return new Upload(file);
            } catch (IOException | RuntimeException e) {
                Files.delete(file);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next lines that are not blank, not more than so many; empty at the end. */
    public List<Line> next(int most) {
        List<Line> next = new ArrayList<>(most);
        try {
            for (Line line = lines.next(); line != null; line = lines.next()) {
                next.add(line);
                if (next.size() == most) {
                    break;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return next;
    }

    @Override
    public void close() {
        try {
            kept.close();
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void receive(HttpServletRequest request, Path file) throws IOException {
        UploadLimits limits = new UploadLimits();
        byte[] buffer = new byte[BUFFER];
        try (OutputStream kept = Files.newOutputStream(file)) {
            for (int count = read(request, buffer); count >= 0; count = read(request, buffer)) {
                limits.count(buffer, count);
                if (!limits.areExceeded()) {
                    kept.write(buffer, 0, count);
                }
            }
        }
        if (limits.areExceeded()) {
            throw Problem.tooLarge();
        }
    }

    private static int read(HttpServletRequest request, byte[] buffer) {
        try {
            return request.getInputStream().read(buffer);
        } catch (IOException e) {
            // Cut off, or its chunks are not chunks.
            throw Problem.malformedJson();
        }
    }
}
