package dev.patchbay.server.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** The directory of the embedded store, locked for this process until it ends. */
public final class DataDirectory implements AutoCloseable {

    private final Path path;
    private final FileChannel channel;

    /** Fails with one clear line when the directory cannot be used, or another process uses it. */
    public DataDirectory(Path path) {
        this.path = path.toAbsolutePath().normalize();
        this.channel = open(this.path);
        if (lock(channel) == null) {
            closeQuietly();
            throw new IllegalStateException("another process uses the data directory " + this.path);
        }
    }

    public Path file(String name) {
        return path.resolve(name);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static FileChannel open(Path path) {
        try {
            Files.createDirectories(path);
            return FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new IllegalStateException("the data directory " + path + " cannot be written: " + e, e);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        } catch (IOException e) {
            throw new IllegalStateException("the data directory cannot be locked: " + e, e);
        }
    }

    private void closeQuietly() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new IllegalStateException("the lock file cannot be closed: " + e, e);
        }
    }
}
