package dev.patchbay.server.dns;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Message;
import org.xbill.DNS.io.DefaultIoClientFactory;
import org.xbill.DNS.io.TcpIoClient;

/** A connection for each question by TCP: one that several share is lost to all when a name server hangs up after an answer. */
final class Connections extends DefaultIoClientFactory implements TcpIoClient {

    @Override
    public TcpIoClient createOrGetTcpClient() {
        return this;
    }

    @Override
    public CompletableFuture<byte[]> sendAndReceiveTcp(
            @Nullable InetSocketAddress local, InetSocketAddress remote, Message query, byte[] data, Duration timeout) {
        Socket connection = new Socket();
        CompletableFuture<byte[]> answer = new CompletableFuture<>();
        Thread unused = Thread.ofVirtual().start(() -> {
            try {
                connection.connect(remote);
                answer.complete(ask(connection, data));
            } catch (IOException e) {
                answer.completeExceptionally(e);
            }
        });
        return answer.orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((any, failure) -> close(connection));
    }

    /** Each message comes after its length. */
    private static byte[] ask(Socket connection, byte[] data) throws IOException {
        connection
                .getOutputStream()
                .write(ByteBuffer.allocate(Short.BYTES + data.length)
                        .putShort((short) data.length)
                        .put(data)
                        .array());
        DataInputStream in = new DataInputStream(connection.getInputStream());
        byte[] answer = new byte[in.readUnsignedShort()];
        in.readFully(answer);
        return answer;
    }

    private static void close(Socket connection) {
        try {
            connection.close();
        } catch (IOException e) {
            // There is an answer, or there will be none.
        }
    }
}
