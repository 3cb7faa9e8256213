package dev.patchbay.server;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.axonframework.common.IdentifierFactory;

/**
 * Names messages and requests: UUIDs of version 7 (RFC 9562), which begin with the time, so that those of the log lie beside each other
 * in its index. They need not be secret, and nobody waits for anybody: the {@code SecureRandom} behind Axon's own has one lock for all.
 */
public final class TimeOrderedIdentifiers extends IdentifierFactory {

    private static final long VERSION = 0x7000;
    private static final long VARIANT = 1L << 63;
    private static final int RANDOM_BITS_BESIDE_THE_TIME = 12;
    private static final int RANDOM_BITS_BESIDE_THE_VARIANT = 62;

    @Override
    public String generateIdentifier() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long mostSignificant =
                System.currentTimeMillis() << Short.SIZE | VERSION | random.nextLong(1L << RANDOM_BITS_BESIDE_THE_TIME);
        long leastSignificant = VARIANT | random.nextLong(1L << RANDOM_BITS_BESIDE_THE_VARIANT);
        return new UUID(mostSignificant, leastSignificant).toString();
    }
}
