package dev.patchbay.benchmarks;

import java.io.IOException;
import java.util.Locale;

/** Status line and headers of an answer, with the empty line after them. */
record Head(String text) {

    private static final int STATUS_AT = "HTTP/1.1 ".length();
    private static final String LENGTH = "\r\ncontent-length:";
    private static final String CLOSE = "\r\nconnection: close\r\n";

    Head {
        text = text.toLowerCase(Locale.ROOT);
    }

    int status() {
        return Integer.parseInt(text, STATUS_AT, STATUS_AT + 3, 10);
    }

    /** With the body. */
    int lengthOfAnswer() throws IOException {
        int start = text.indexOf(LENGTH);
        if (start < 0) {
            throw new IOException("an answer without Content-Length:\n" + text);
        }
        int end = text.indexOf('\r', start + LENGTH.length());
        return text.length()
                + Integer.parseInt(text.substring(start + LENGTH.length(), end).strip());
    }

    boolean isTheLastOfItsConnection() {
        return text.contains(CLOSE);
    }
}
