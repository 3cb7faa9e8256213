package dev.patchbay.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * A port that the system gives to nobody, neither to who listens anywhere nor to who connects, until it is closed. Who names it
 * may listen there on {@code localhost}, end and listen again; as long as nobody does, connections to it are refused.
 */
public final class HeldPort implements AutoCloseable {

    /** Bound, and never connected: a port counts as taken while a socket is bound to it. */
    private final Socket holder = new Socket();

    public HeldPort() {
        try {
            holder.setReuseAddress(true);
            holder.bind(new InetSocketAddress(0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int number() {
        return holder.getLocalPort();
    }

    @Override
    public void close() {
        try {
            holder.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
