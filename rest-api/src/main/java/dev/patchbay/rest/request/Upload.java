package dev.patchbay.rest.request;

import dev.patchbay.rest.answer.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;

/** A body of many lines: kept in a file until it is worked off, so that one that is cut off or too large has no effect. */
public final class Upload implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Upload.class);
    private static final int BUFFER = 64 * 1024;

    private final FileChannel file;
    private final Lines lines;

    private Upload(FileChannel file) {
        this.file = file;
        this.lines = new Lines(new BufferedInputStream(Channels.newInputStream(file), BUFFER));
    }

    /**
     * Takes in the whole body.
     *
     * @throws Problem when it is not what it must be, too large, or cut off
     */
    public static Upload of(HttpServletRequest request) {
        return of(request, directory());
    }

    /** Where uploads are kept. */
    static Path directory() {
        return Path.of(System.getProperty("java.io.tmpdir"));
    }

    static Upload of(HttpServletRequest request, Path directory) {
        Body.requireType(request, MediaType.APPLICATION_NDJSON, Problem::notLines);
        if (request.getContentLengthLong() > UploadLimits.MOST_BYTES) {
            throw Problem.tooLarge();
        }
        try {
            FileChannel file = open(directory);
            try {
                receive(request, file);
                return new Upload(file.position(0));
            } catch (IOException | RuntimeException e) {
                file.close();
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
            file.close();
        } catch (IOException e) {
            LOG.warn("A file of a batch could not be closed", e);
        }
    }

    /** A file for whoever holds it open, and nobody else: on Unix it has no name any more, so not even a crash leaves it. */
    static FileChannel open(Path directory) throws IOException {
        Path name = Files.createTempFile(directory, "patchbay-", ".upload");
        return FileChannel.open(
                name, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
    }

    private static void receive(HttpServletRequest request, FileChannel file) throws IOException {
        UploadLimits limits = new UploadLimits();
        byte[] buffer = new byte[BUFFER];
        OutputStream kept = Channels.newOutputStream(file);
        for (int count = read(request, buffer); count >= 0; count = read(request, buffer)) {
            limits.count(buffer, count);
            if (!limits.areExceeded()) {
                kept.write(buffer, 0, count);
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
