package dev.patchbay.rest.request;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Reads lines one after the other, and of each only so much as a line may hold. */
final class Lines {
    static final int LONGEST = 256 * 1024;

    private final InputStream input;
    private long number;

    Lines(InputStream input) {
        this.input = input;
    }

    /** The next line that is not blank, or null at the end. */
    @Nullable
    Line next() throws IOException {
        for (int first = input.read(); first >= 0; first = input.read()) {
            number++;
            Line line = rest(first);
            if (line != null) {
                return line;
            }
        }
        return null;
    }

    static boolean isBlank(int character) {
        return character == ' ' || character == '\t' || character == '\r';
    }

    private @Nullable Line rest(int first) throws IOException {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        boolean blank = true;
        boolean overlong = false;
        for (int next = first; next >= 0 && next != '\n'; next = input.read()) {
            blank &= isBlank(next);
            if (kept.size() < LONGEST) {
                kept.write(next);
            } else {
                overlong = true;
            }
        }
        return blank ? null : new Line(number, overlong ? null : kept.toByteArray());
    }
}
