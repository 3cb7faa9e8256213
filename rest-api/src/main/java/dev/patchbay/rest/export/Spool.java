package dev.patchbay.rest.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.StreamUtils;

/** An answer that is written whole before any of it is sent; gone when it is closed. */
final class Spool implements AutoCloseable {
    private final Path file;

    /** Writes the answer. */
    @FunctionalInterface
    interface Writing {
        void write(Path file) throws IOException;
    }

    Spool(ScratchFiles files, Writing writing) throws IOException {
        this.file = files.name();
        try {
            writing.write(file);
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    Path file() {
        return file;
    }

    long length() throws IOException {
        return Files.size(file);
    }

    /** Sends a part, both ends included. */
    void send(long first, long last, OutputStream output) throws IOException {
        if (last < first) {
            return;
        }
        try (FileChannel channel = FileChannel.open(file);
                InputStream input = Channels.newInputStream(channel.position(first))) {
            StreamUtils.copyRange(input, output, 0, last - first);
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
