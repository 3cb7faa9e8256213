package dev.patchbay.server.dns;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
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
    private final Map<String, List<Record>> zone = new ConcurrentHashMap<>();
    private final Set<String> silent = ConcurrentHashMap.newKeySet();
    private final Set<String> failing = ConcurrentHashMap.newKeySet();
    private final List<String> questions = new CopyOnWriteArrayList<>();

    public NameServer() {
        try {
            InetAddress here = InetAddress.getLoopbackAddress();
            tcp = new ServerSocket(0, 10, here);
            udp = new DatagramSocket(tcp.getLocalPort(), here);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::serveDatagrams);
        Thread.ofVirtual().start(this::serveConnections);
    }

    /** What {@code patchbay.dns.resolver} must say. */
    public String address() {
        return "127.0.0.1:" + tcp.getLocalPort();
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
                DatagramPacket question = new DatagramPacket(buffer, buffer.length);
                udp.receive(question);
                Message asked = new Message(java.util.Arrays.copyOf(buffer, question.getLength()));
                Optional<Message> answer = answer("udp", asked);
                if (answer.isPresent()) {
                    byte[] bytes = answer.get().toWire(LARGEST_DATAGRAM);
                    udp.send(new DatagramPacket(bytes, bytes.length, question.getSocketAddress()));
                }
            } catch (IOException e) {
                return;
            }
        }
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
            }
        } catch (IOException e) {
            // The other side has heard enough.
        }
    }

    private Optional<Message> answer(String way, Message asked) {
        Record question = asked.getQuestion();
        String host = question.getName().toString(true).toLowerCase(java.util.Locale.ROOT);
        questions.add(way + " " + Type.string(question.getType()) + " " + host);
        if (silent.contains(host)) {
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

    private static Name name(String host) {
        return Name.fromConstantString(host + ".");
    }
}
