package dev.patchbay.server.axonserver;

import dev.patchbay.query.Head;
import dev.patchbay.server.log.Log;
import dev.patchbay.server.postgres.Continuity;
import dev.patchbay.shared.Behind;
import java.sql.SQLException;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the log ends in Axon Server: whoever asks for all that is committed is not content with what this process has heard of. While
 * the server is away it is that nevertheless, which has what this process itself has committed; this process decides nothing then, though
 * others may whom the server answers.
 */
final class AxonServerHead implements Head {

    private static final Logger LOG = LoggerFactory.getLogger(AxonServerHead.class);

    private final AxonServer server;
    private final Log log;
    private final Continuity continuity;

    AxonServerHead(AxonServer server, Log log, Continuity continuity) {
        this.server = server;
        this.log = log;
        this.continuity = continuity;
    }

    @Override
    public long position() {
        boolean isAway = server.isAway();
        if (!isAway) {
            try {
                log.reached(continuity
                        .end((known, eventId) ->
                                new Continuity.End(server.present().end(), Instant.EPOCH, null, eventId))
                        .position());
            } catch (AxonServerFault e) {
                LOG.debug("the server is away, which nobody knew", e);
                throw new Behind(log.head(), log.head(), e);
            } catch (SQLException e) {
                throw new Behind(log.head(), log.head(), e);
            }
        }
        return log.head();
    }
}
