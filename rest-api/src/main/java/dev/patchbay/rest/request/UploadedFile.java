package dev.patchbay.rest.request;

import dev.patchbay.rest.answer.Problem;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A file that comes as a part of a body, kept in a file of its own for as long as somebody works on it. */
public final class UploadedFile implements AutoCloseable {
    private final FileChannel file;

    private UploadedFile(FileChannel file) {
        this.file = file;
    }

    /**
     * The part of this name; empty when there is none, or the body has no parts.
     *
     * @throws Problem when the body is too large, cut off, or not what it says it is
     */
    public static Optional<UploadedFile> of(HttpServletRequest request, String name) {
        return of(request, name, Upload.directory());
    }

    static Optional<UploadedFile> of(HttpServletRequest request, String name, Path directory) {
        String type = request.getContentType();
        if (type == null || !type.regionMatches(true, 0, "multipart/", 0, "multipart/".length())) {
            return Optional.empty();
        }
        Part part = part(request, name);
        if (part == null) {
            return Optional.empty();
        }
        try (InputStream content = part.getInputStream()) {
            FileChannel file = Upload.open(directory);
            try {
                long unused = content.transferTo(Channels.newOutputStream(file));
                part.delete();
                return Optional.of(new UploadedFile(file));
            } catch (IOException | RuntimeException e) {
                file.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is in it; whoever reads begins where they want, one after the other. */
    public SeekableByteChannel content() {
        return file;
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable Part part(HttpServletRequest request, String name) {
        try {
            return request.getPart(name);
        } catch (IllegalStateException tooLarge) {
            throw Problem.tooLarge();
        } catch (IOException | ServletException malformed) {
            throw Problem.badRequest("Error parsing request");
        }
    }
}
