package dev.patchbay.server.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A mail server on a socket that behaves well but for what a test tells it to say instead. */
public final class ScriptedSmtp implements AutoCloseable {

    /** Says nothing any more, and keeps the connection. */
    public static final String SILENCE = "silence";

    /** Says a little of an answer again and again, and never the end of it. */
    public static final String DRIP = "drip";

    /** Closes the connection. */
    public static final String GOODBYE = "goodbye";

    private static final Map<String, String> WELL_BEHAVED = Map.of(
            "CONNECT",
            "220 mail.example ready",
            "EHLO",
            "250 mail.example",
            "MAIL",
            "250 ok",
            "RCPT",
            "250 ok",
            "DATA",
            "354 go on",
            ".",
            "250 taken",
            "QUIT",
            "221 bye");

    private final ServerSocket socket;
    private final Map<String, List<String>> script = new ConcurrentHashMap<>();
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final List<String> messages = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    public ScriptedSmtp() {
        try {
            socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::listen);
    }

    /** What to say to a command, or to the dot at the end of a message, the first times that it comes. */
    public ScriptedSmtp saying(String command, String... replies) {
        script.put(command, new CopyOnWriteArrayList<>(replies));
        return this;
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** The first words of all that was said to it. */
    public List<String> commands() {
        return commands;
    }

    /** The messages that came whole, up to their dot. */
    public List<String> messages() {
        return messages;
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void listen() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                Thread.ofVirtual().start(() -> converse(connection));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void converse(Socket connection) {
        try (connection) {
            if (isGoingOn(say("CONNECT", connection.getOutputStream())) && isSecured(connection)) {
                try (Socket secured = TrustedTls.around(connection)) {
                    boolean unused = isSecured(secured);
                }
            }
        } catch (IOException e) {
            // The other side went away.
        }
    }

    /** Answers what is said until the connection is to be secured, or to its end. */
    private boolean isSecured(Socket connection) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
        OutputStream out = connection.getOutputStream();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String command = line.split(" ", 2)[0];
            String said = say(command, out);
            if (command.equals("STARTTLS") && said.startsWith("220")) {
                return true;
            }
            boolean goesOn = said.startsWith("354") ? message(in, out) : isGoingOn(said);
            if (!goesOn) {
                return false;
            }
        }
        return false;
    }

    private boolean message(BufferedReader in, OutputStream out) throws IOException {
        StringBuilder message = new StringBuilder();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.equals(".")) {
                messages.add(message.toString());
                return isGoingOn(say(".", out));
            }
            message.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
        }
        return false;
    }

    private String say(String command, OutputStream out) throws IOException {
        commands.add(command);
        List<String> scripted = script.getOrDefault(command, List.of());
        String reply = scripted.isEmpty() ? WELL_BEHAVED.getOrDefault(command, "250 ok") : scripted.removeFirst();
        if (reply.equals(DRIP)) {
            drip(out);
        } else if (reply.equals(SILENCE)) {
            try {
                closed.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        } else if (!reply.equals(GOODBYE)) {
            out.write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }
        return reply;
    }

    private void drip(OutputStream out) throws IOException {
        try {
            while (!closed.await(10, TimeUnit.MILLISECONDS)) {
                out.write("250-wait\r\n".getBytes(StandardCharsets.US_ASCII));
                out.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isGoingOn(String said) {
        return !said.equals(SILENCE) && !said.equals(GOODBYE) && !said.equals(DRIP);
    }
}
