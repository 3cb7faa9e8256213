package dev.patchbay.server.dns;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;
import tools.jackson.databind.JsonNode;

/** A name server on a port of its own, by UDP and TCP, that knows what it is told and can be made to misbehave. */
public final class NameServer implements AutoCloseable {

    private static final int TTL = 60;
    private static final int LARGEST_DATAGRAM = 1232;

    private final DatagramSocket udp;
    private final ServerSocket tcp;
    private volatile boolean hangingUp;
    private final Map<String, List<Record>> zone = new ConcurrentHashMap<>();
    private final Set<String> silent = ConcurrentHashMap.newKeySet();
    private final Set<String> failing = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> lost = new ConcurrentHashMap<>();
    private final Set<String> late = ConcurrentHashMap.newKeySet();
    private final Map<String, DatagramPacket> held = new ConcurrentHashMap<>();
    private final Set<String> holding = ConcurrentHashMap.newKeySet();
    private final List<DatagramPacket> kept = new CopyOnWriteArrayList<>();
    private final List<String> questions = new CopyOnWriteArrayList<>();

    public NameServer() {
        Sockets sockets = Sockets.open();
        udp = sockets.udp();
        tcp = sockets.tcp();
        Thread.ofVirtual().start(this::serveDatagrams);
        Thread.ofVirtual().start(this::serveConnections);
    }

    /** Both of the same number. */
    private record Sockets(DatagramSocket udp, ServerSocket tcp) {

        static Sockets open() {
            try {
                InetAddress here = InetAddress.getLoopbackAddress();
                while (true) {
                    ServerSocket tcp = new ServerSocket(0, 100, here);
                    try {
                        return new Sockets(new DatagramSocket(tcp.getLocalPort(), here), tcp);
                    } catch (BindException taken) {
                        tcp.close();
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** What {@code patchbay.dns.resolver} must say. */
    public String address() {
        return "127.0.0.1:" + port();
    }

    public int port() {
        return udp.getLocalPort();
    }

    public NameServer txt(String host, String... strings) {
        return put(host, new TXTRecord(name(host), DClass.IN, TTL, List.of(strings)));
    }

    public NameServer mx(String host, String target) {
        return put(host, new MXRecord(name(host), DClass.IN, TTL, 10, name(target)));
    }

    public NameServer alias(String host, String target) {
        return put(host, new CNAMERecord(name(host), DClass.IN, TTL, name(target)));
    }

    public NameServer forget(String host) {
        zone.remove(host);
        return this;
    }

    /** Says all that a domain must. */
    public void publish(JsonNode domain) {
        domain.get("records").forEach(record -> {
            String host = record.get("host").asString();
            String value = record.get("value").asString();
            NameServer unused = record.get("type").asString().equals("MX")
                    ? mx(host, value.substring(value.indexOf(' ') + 1))
                    : txt(host, value);
        });
    }

    /** Never answers a question about the host. */
    public NameServer silentAbout(String host) {
        silent.add(host);
        return this;
    }

    /** Does not answer a question, such as {@code tcp TXT example.lt}, the first times that it is asked. */
    public NameServer losing(String question, int times) {
        lost.put(question, times);
        return this;
    }

    /** Closes every connection as soon as one question is answered. */
    public NameServer hangingUp() {
        hangingUp = true;
        return this;
    }

    /** Answers a question by UDP only when it is asked again, then both times. */
    public NameServer late(String question) {
        late.add(question);
        return this;
    }

    /** Keeps the next answer to a question by UDP until it is released. */
    public NameServer holding(String question) {
        holding.add(question);
        return this;
    }

    /** Whether an answer is kept. */
    public boolean isHolding() {
        return !kept.isEmpty();
    }

    /** Gives the answers that were kept. */
    public void release() {
        for (DatagramPacket answer : kept) {
            try {
                udp.send(answer);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        kept.clear();
    }

    /** Says that it cannot answer questions about the host. */
    public NameServer failingAt(String host) {
        failing.add(host);
        return this;
    }

    /** What was asked, such as {@code udp TXT example.lt}. */
    public List<String> questions() {
        return questions;
    }

    @Override
    public void close() {
        udp.close();
        try {
            tcp.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private NameServer put(String host, Record record) {
        zone.computeIfAbsent(host, any -> new CopyOnWriteArrayList<>()).add(record);
        return this;
    }

    private void serveDatagrams() {
        byte[] buffer = new byte[4096];
        while (!udp.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                udp.receive(packet);
                Message asked = new Message(Arrays.copyOf(buffer, packet.getLength()));
                Optional<Message> answer = answer("udp", asked);
                if (answer.isPresent()) {
                    byte[] bytes = answer.get().toWire(LARGEST_DATAGRAM);
                    send(question("udp", asked), new DatagramPacket(bytes, bytes.length, packet.getSocketAddress()));
                }
            } catch (IOException e) {
                return;
            }
        }
    }

    private void send(String question, DatagramPacket answer) throws IOException {
        if (holding.remove(question)) {
            kept.add(answer);
            return;
        }
        if (late.remove(question)) {
            held.put(question, answer);
            return;
        }
        DatagramPacket earlier = held.remove(question);
        if (earlier != null) {
            udp.send(earlier);
        }
        udp.send(answer);
    }

    private void serveConnections() {
        while (!tcp.isClosed()) {
            try {
                Socket connection = tcp.accept();
                Thread.ofVirtual().start(() -> serve(connection));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection;
                DataInputStream in = new DataInputStream(connection.getInputStream());
                DataOutputStream out = new DataOutputStream(connection.getOutputStream())) {
            while (true) {
                byte[] question = new byte[in.readUnsignedShort()];
                in.readFully(question);
                Optional<Message> answer = answer("tcp", new Message(question));
                if (answer.isPresent()) {
                    byte[] bytes = answer.get().toWire(65_535);
                    out.writeShort(bytes.length);
                    out.write(bytes);
                    out.flush();
                }
                if (hangingUp) {
                    return;
                }
            }
        } catch (IOException e) {
            // The other side has heard enough.
        }
    }

    private Optional<Message> answer(String way, Message asked) {
        Record question = asked.getQuestion();
        String host = host(question);
        String said = question(way, asked);
        questions.add(said);
        Integer left = lost.computeIfPresent(said, (any, times) -> times - 1);
        if (silent.contains(host) || (left != null && left >= 0)) {
            return Optional.empty();
        }
        Message answer = new Message(asked.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.getHeader().setFlag(Flags.RA);
        answer.addRecord(question, Section.QUESTION);
        if (failing.contains(host)) {
            answer.getHeader().setRcode(Rcode.SERVFAIL);
        } else if (!zone.containsKey(host)) {
            answer.getHeader().setRcode(Rcode.NXDOMAIN);
        } else {
            zone.get(host).stream()
                    .filter(record -> record.getType() == question.getType() || record.getType() == Type.CNAME)
                    .forEach(record -> answer.addRecord(record, Section.ANSWER));
        }
        return Optional.of(answer);
    }

    private static String question(String way, Message asked) {
        Record question = asked.getQuestion();
        return way + " " + Type.string(question.getType()) + " " + host(question);
    }

    private static String host(Record question) {
        return question.getName().toString(true).toLowerCase(Locale.ROOT);
    }

    private static Name name(String host) {
        return Name.fromConstantString(host + ".");
    }
}
