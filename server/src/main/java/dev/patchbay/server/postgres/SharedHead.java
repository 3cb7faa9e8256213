package dev.patchbay.server.postgres;

import dev.patchbay.query.Head;
import dev.patchbay.server.log.Log;
import dev.patchbay.shared.Behind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the log ends in the database: whoever asks for all that is committed is not content with what this process has heard of. While
 * the database is away it is that nevertheless, which has what this process itself has committed; nobody can decide then.
 */
final class SharedHead implements Head {

    private static final Logger LOG = LoggerFactory.getLogger(SharedHead.class);

    private final PostgresDatabase database;
    private final Log log;
    private final Continuity continuity;
    private final BooleanSupplier away;

    /** Asks unless the database is known to be away and there is no connection left. */
    SharedHead(PostgresDatabase database, Log log, Continuity continuity, BooleanSupplier away) {
        this.database = database;
        this.log = log;
        this.continuity = continuity;
        this.away = away;
    }

    @Override
    public long position() {
        boolean isAway = away.getAsBoolean();
        if (!isAway || database.hasIdleConnection()) {
            try (Connection connection = database.pool().getConnection()) {
                log.reached(continuity.end(Continuity.in(connection)).position());
            } catch (SQLException e) {
                if (!isAway) {
                    throw new Behind(log.head(), log.head(), e);
                }
                LOG.debug("the database is away indeed", e);
            }
        }
        return log.head();
    }
}
