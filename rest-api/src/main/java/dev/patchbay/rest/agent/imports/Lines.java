package dev.patchbay.rest.agent.imports;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The lines of a text file, in UTF-8, or in UTF-16 where it says so; whatever ends them. */
final class Lines implements AutoCloseable {
    private static final int LONGEST = 64 * 1024;
    private static final int SIGNATURE = 3;
    private static final char MARK = '\ufeff';

    private final BufferedReader reader;
    private final Deque<String> returned = new ArrayDeque<>();
    private boolean begun;

    Lines(Path file) throws IOException {
        Charset charset = charset(file);
        reader = new BufferedReader(new InputStreamReader(Files.newInputStream(file), charset.newDecoder()));
    }

    /** The next line that is not blank; empty at the end. */
    Optional<String> next() throws InvalidTable {
        for (String line = read(); line != null; line = read()) {
            if (!line.isBlank()) {
                return Optional.of(line);
            }
        }
        return Optional.empty();
    }

    /** Takes a line back that is to be read again. */
    void giveBack(String line) {
        returned.push(line);
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private @Nullable String read() throws InvalidTable {
        if (!returned.isEmpty()) {
            return returned.pop();
        }
        try {
            String line = reader.readLine();
            if (line != null && !begun) {
                begun = true;
                line = !line.isEmpty() && line.charAt(0) == MARK ? line.substring(1) : line;
            }
            if (line != null && (line.length() > LONGEST || line.chars().anyMatch(Lines::isNoText))) {
                throw new InvalidTable();
            }
            return line;
        } catch (CharacterCodingException e) {
            throw new InvalidTable();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isNoText(int character) {
        return Character.isISOControl(character) && character != '\t';
    }

    private static Charset charset(Path file) throws IOException {
        try (InputStream beginning = Files.newInputStream(file)) {
            byte[] signature = beginning.readNBytes(SIGNATURE);
            boolean wide = signature.length > 1
                    && ((signature[0] == (byte) 0xFE && signature[1] == (byte) 0xFF)
                            || (signature[0] == (byte) 0xFF && signature[1] == (byte) 0xFE));
            return wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
        }
    }
}
