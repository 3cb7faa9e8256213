package dev.patchbay.server.axonserver;

import java.net.URI;
import java.net.URISyntaxException;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.ConstructorBinding;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where the event store is.
 *
 * @param address a host, or {@code host:port} where the port is not 8124
 * @param token what the server lets its clients in with, where it asks for that
 * @param maxMessageSize how much the server takes in one message, where processes have roles; as its own setting of that name says
 */
@ConfigurationProperties("patchbay.axon.server")
record AxonServerSettings(
        @DefaultValue("") String address,
        @DefaultValue("") String token,
        @DefaultValue("4MB") DataSize maxMessageSize) {

    private static final String SETTING = "patchbay.axon.server.address (PATCHBAY_AXON_SERVER_ADDRESS)";
    private static final int USUAL_PORT = 8124;
    private static final DataSize LEAST = DataSize.ofMegabytes(1);
    private static final DataSize MOST = DataSize.ofGigabytes(1);

    /** One that is asked for events only. */
    AxonServerSettings(String address, String token) {
        this(address, token, LEAST);
    }

    @ConstructorBinding
    AxonServerSettings {
        if (!address.isEmpty() && !isAddress(address)) {
            throw new IllegalArgumentException(SETTING + " must be a host, or host:port");
        }
        if (maxMessageSize.compareTo(LEAST) < 0 || maxMessageSize.compareTo(MOST) > 0) {
            throw new IllegalArgumentException("patchbay.axon.server.max-message-size"
                    + " (PATCHBAY_AXON_SERVER_MAX_MESSAGE_SIZE) must be from 1MB to 1GB, and what the Axon Server has");
        }
    }

    /** The address with its port. */
    String target() {
        if (address.isEmpty()) {
            throw new IllegalArgumentException(SETTING + " must say where the Axon Server is: host, or host:port");
        }
        return URI.create("axon://" + address).getPort() < 0 ? address + ":" + USUAL_PORT : address;
    }

    private static boolean isAddress(String text) {
        try {
            URI parsed = new URI("axon://" + text);
            return parsed.getHost() != null
                    && text.equals(parsed.getRawAuthority())
                    && parsed.getUserInfo() == null
                    && !text.endsWith(":");
        } catch (URISyntaxException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "an Axon Server";
    }
}
