package dev.patchbay.server.axonserver;

import static org.awaitility.Awaitility.await;

import dev.patchbay.server.HeldPort;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.netty.shaded.io.netty.channel.Channel;
import io.grpc.netty.shaded.io.netty.channel.EventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.MultiThreadIoEventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.group.ChannelGroup;
import io.grpc.netty.shaded.io.netty.channel.group.DefaultChannelGroup;
import io.grpc.netty.shaded.io.netty.channel.nio.NioIoHandler;
import io.grpc.netty.shaded.io.netty.channel.socket.nio.NioServerSocketChannel;
import io.grpc.netty.shaded.io.netty.util.concurrent.DefaultThreadFactory;
import io.grpc.netty.shaded.io.netty.util.concurrent.GlobalEventExecutor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Speaks like an Axon Server, keeps all in memory, and misbehaves as told; what it has of one is in its services. */
final class MemoryAxonServer implements AutoCloseable {

    private final MemoryEventStore events = new MemoryEventStore();
    private final MemoryCommands commands = new MemoryCommands();
    private final MemoryQueries queries = new MemoryQueries();
    private final MemoryPlatform platform = new MemoryPlatform();
    /** One thread that reads and writes, so that all of it can be stopped. */
    private final EventLoopGroup loop = new MultiThreadIoEventLoopGroup(
            1, new DefaultThreadFactory("memory-axon-server", true), NioIoHandler.newFactory());

    private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    /** Held while it is away, so that it can come back. */
    private final HeldPort port = new HeldPort();

    private Server server;
    private CountDownLatch hanging = new CountDownLatch(0);

    MemoryAxonServer() {
        server = started();
    }

    private Server started() {
        try {
            return NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), port.number()))
                    .bossEventLoopGroup(loop)
                    .workerEventLoopGroup(loop)
                    .channelFactory(() -> new NioServerSocketChannel() {
                        @Override
                        protected int doReadMessages(List<Object> accepted) throws Exception {
                            int read = super.doReadMessages(accepted);
                            accepted.forEach(channel -> connections.add((Channel) channel));
                            return read;
                        }
                    })
                    .addService(events)
                    .addService(commands)
                    .addService(queries)
                    .addService(platform)
                    .build()
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String address() {
        return "localhost:" + port.number();
    }

    MemoryEventStore events() {
        return events;
    }

    MemoryCommands commands() {
        return commands;
    }

    /** Ends, keeps its events, and answers nothing that is under way; when this returns, connections are refused. */
    void leave() {
        goOn();
        server.shutdown();
        var unused = loop.submit(this::cutConnections).syncUninterruptibly();
        server.shutdownNow();
        try {
            server.awaitTermination();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // A closed socket still listens until the loop looks for what there is to read.
        await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(1)).until(this::isRefused);
        events.forgetFollowers();
    }

    private boolean isRefused() throws IOException {
        try (Socket connection = new Socket(InetAddress.getLoopbackAddress(), port.number())) {
            return !connection.isConnected();
        } catch (ConnectException refused) {
            return true;
        } catch (SocketException closedMeanwhile) {
            return false;
        }
    }

    /** Without the goodbye that HTTP/2 would say. */
    private void cutConnections() {
        connections.forEach(connection -> connection.unsafe().close(connection.newPromise()));
    }

    void comeBack() {
        server = started();
    }

    /** From now on connections are taken, and nothing is read or said. */
    void hang() {
        CountDownLatch end = new CountDownLatch(1);
        hanging = end;
        loop.execute(() -> {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Reads what has come since it hangs. */
    void goOn() {
        hanging.countDown();
    }

    @Override
    public void close() {
        leave();
        port.close();
        var unused = loop.shutdownGracefully();
    }
}
