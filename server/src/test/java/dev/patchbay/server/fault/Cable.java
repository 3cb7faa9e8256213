package dev.patchbay.server.fault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** What lies between a process and a database: connections pass through it, as long as it is whole. */
public final class Cable implements AutoCloseable {

    private static final int BUFFER = 65_536;

    private final ServerSocket entrance;
    private final String host;
    private final int port;
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private final AtomicInteger made = new AtomicInteger();
    private volatile CountDownLatch flow = new CountDownLatch(0);

    private record Connection(Socket near, Socket far) {
        void close(boolean abruptly) {
            for (Socket end : new Socket[] {near, far}) {
                try (end) {
                    if (abruptly) {
                        end.setSoLinger(true, 0);
                    }
                } catch (IOException e) {
                    // It is closed already.
                }
            }
        }
    }

    public Cable(String host, int port) throws IOException {
        this.host = host;
        this.port = port;
        this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().start(this::accept);
    }

    public int port() {
        return entrance.getLocalPort();
    }

    /** How many connections there have been. */
    public int made() {
        return made.get();
    }

    /** All connections are reset; new ones are made. */
    void cut() {
        connections.forEach(connection -> connection.close(true));
    }

    /** Nothing passes any more, and nobody is told. */
    public void stall() {
        flow = new CountDownLatch(1);
    }

    /** What was held back passes. */
    public void flow() {
        flow.countDown();
    }

    /** The far end hears that nothing more will come, the near end does not. */
    void halfClose() {
        for (Connection connection : connections) {
            try {
                connection.far().shutdownOutput();
            } catch (IOException e) {
                // It is closed already.
            }
        }
    }

    @Override
    public void close() throws IOException {
        flow();
        entrance.close();
        cut();
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket near = entrance.accept();
                Thread.ofPlatform().daemon().start(() -> connect(near));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket near) {
        try {
            Socket far = new Socket(host, port);
            near.setTcpNoDelay(true);
            far.setTcpNoDelay(true);
            Connection connection = new Connection(near, far);
            connections.add(connection);
            made.incrementAndGet();
            Thread.ofPlatform().daemon().start(() -> pass(connection, near, far));
            Thread.ofPlatform().daemon().start(() -> pass(connection, far, near));
        } catch (IOException nobodyThere) {
            new Connection(near, near).close(true);
        }
    }

    private void pass(Connection connection, Socket from, Socket to) {
        byte[] buffer = new byte[BUFFER];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                flow.await();
                out.write(buffer, 0, length);
            }
        } catch (IOException ended) {
            // Both ends are told below.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            connection.close(false);
            connections.remove(connection);
        }
    }
}
