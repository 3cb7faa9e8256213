package dev.patchbay.rest.agent.imports;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The lines of a text file, in UTF-8, or in UTF-16 where it says so; whatever ends them. */
final class Lines {
    private static final int LONGEST = 64 * 1024;
    private static final int SIGNATURE = 2;
    private static final char MARK = '\ufeff';
    private static final int END = -1;

    private final BufferedReader reader;
    private final Deque<String> returned = new ArrayDeque<>();
    private int ahead;

    /** Those of a whole file; it stays open. */
    Lines(SeekableByteChannel file) throws InvalidTable {
        try {
            Charset charset = charset(file);
            reader = new BufferedReader(Channels.newReader(file, charset.newDecoder(), -1));
            ahead = reader.read();
            if (ahead == MARK) {
                ahead = reader.read();
            }
        } catch (CharacterCodingException e) {
            throw new InvalidTable();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    private @Nullable String read() throws InvalidTable {
        if (!returned.isEmpty()) {
            return returned.pop();
        }
        try {
            return ahead == END ? null : line();
        } catch (CharacterCodingException e) {
            throw new InvalidTable();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is too long is not read to its end. */
    private String line() throws IOException, InvalidTable {
        StringBuilder line = new StringBuilder();
        while (ahead != END && ahead != '\n' && ahead != '\r') {
            if (line.length() == LONGEST || isNoText(ahead)) {
                throw new InvalidTable();
            }
            line.append((char) ahead);
            ahead = reader.read();
        }
        boolean carriageReturn = ahead == '\r';
        ahead = ahead == END ? END : reader.read();
        if (carriageReturn && ahead == '\n') {
            ahead = reader.read();
        }
        return line.toString();
    }

    private static boolean isNoText(int character) {
        return Character.isISOControl(character) && character != '\t';
    }

    private static Charset charset(SeekableByteChannel file) throws IOException {
        ByteBuffer signature = ByteBuffer.allocate(SIGNATURE);
        file.position(0);
        while (signature.hasRemaining() && file.read(signature) >= 0) {
            // A file may come in pieces.
        }
        file.position(0);
        int mark = signature.hasRemaining() ? 0 : signature.getShort(0) & 0xFFFF;
        return mark == 0xFEFF || mark == 0xFFFE ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    }
}
