package dev.patchbay.benchmarks;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A connection that is kept alive, and opened again after the server closed it.
 *
 * <p>The load shares the processors with the server it measures, hence this bare socket: one write, mostly one read, a look at
 * status and length. The JDK's own clients do a multiple of that work for each request.
 */
final class Connection implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 10_000;

    private final InetSocketAddress address;
    private byte[] buffer = new byte[16 * 1024];
    private int filled;
    private @Nullable Socket socket;

    Connection(InetSocketAddress address) {
        this.address = address;
    }

    /** Answers the status. */
    int exchange(Request request) throws IOException {
        filled = 0;
        Socket open = socket == null ? open() : socket;
        request.writeTo(open.getOutputStream());
        while (headLength() < 0) {
            read(open);
        }
        Head head = new Head(text(headLength()));
        for (int length = head.lengthOfAnswer(); filled < length; ) {
            read(open);
        }
        if (head.isTheLastOfItsConnection()) {
            close();
        }
        return head.status();
    }

    /** Headers and body of the last answer. */
    String answer() {
        return text(filled);
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }

    private Socket open() throws IOException {
        Socket opened = new Socket(address.getAddress(), address.getPort());
        opened.setSoTimeout(PATIENCE_MILLIS);
        opened.setTcpNoDelay(true);
        socket = opened;
        return opened;
    }

    private void read(Socket open) throws IOException {
        if (filled == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
        int read = open.getInputStream().read(buffer, filled, buffer.length - filled);
        if (read < 0) {
            throw new EOFException("the server closed the connection without an answer");
        }
        filled += read;
    }

    /** With the empty line, or -1 when the end is still to come. */
    private int headLength() {
        for (int i = 3; i < filled; i++) {
            if (buffer[i] == '\n' && buffer[i - 2] == '\n') {
                return i + 1;
            }
        }
        return -1;
    }

    private String text(int length) {
        return new String(buffer, 0, length, StandardCharsets.ISO_8859_1);
    }
}
