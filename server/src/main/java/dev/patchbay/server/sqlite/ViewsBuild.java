package dev.patchbay.server.sqlite;

import dev.patchbay.query.DeadLetters;
import dev.patchbay.query.Projections;
import dev.patchbay.query.Schema;
import dev.patchbay.query.Views;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Views that are brought towards the head of the log by themselves, until a processor goes on from their token. A large cache and
 * rare checkpoints spare the disk meanwhile; a commit is as safe as ever.
 */
public final class ViewsBuild implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ViewsBuild.class);
    private static final int ONLY_SEGMENT = 0;
    private static final int USUAL_CACHE_MEBIBYTES = 2;
    private static final int CACHE_MEBIBYTES = 256;
    private static final int USUAL_PAGES_BETWEEN_CHECKPOINTS = 1_000;
    private static final int PAGES_BETWEEN_CHECKPOINTS = 100_000;

    private final SqliteDatabase views;
    private final Projections projections;
    private final DeadLetters letters;
    private final TokenStore tokens;
    private final TransactionTemplate transaction;
    private final ReadAhead events;
    private long position;

    /** Goes on from where the views are; makes the tables that are missing. */
    public ViewsBuild(SqliteDatabase views, EventStorageEngine log, Serializer serializer) {
        this.views = views;
        tune(CACHE_MEBIBYTES, PAGES_BETWEEN_CHECKPOINTS);
        Views written = new Views(views.writer(), views.readers());
        projections = Projections.of(written);
        letters = new DeadLetters(written, projections, place -> at(log, place), SqliteErrors::areOfTheStore);
        tokens = new SqliteTokenStore(views.writer(), serializer);
        var transactions = new DataSourceTransactionManager(views.writer());
        transaction = new TransactionTemplate(transactions);
        position = StoredProgress.of(Projections.GROUP, tokens, transactions);
        if (position == 0) {
            Schema.createForBuilding(views.writer());
        }
        events = new ReadAhead(log, position);
    }

    /** The last position that is in the views, committed. */
    public long position() {
        return position;
    }

    /**
     * Brings the next events to the views, in one transaction; those that a projection fails on are parked.
     *
     * @param last the position of the last event that is wanted
     * @param most how many events at most
     * @return the position that is reached
     */
    public long feed(long last, int most) {
        long end = Math.min(last, position + most);
        if (end > position) {
            take(end);
            position = end;
        }
        return position;
    }

    /** Makes what was put off, so that the views can serve. */
    public void complete() {
        Schema.create(views.writer());
        JdbcClient.create(views.writer())
                .sql("pragma wal_checkpoint(truncate)")
                .query()
                .listOfRows();
    }

    @Override
    public void close() {
        events.close();
        tune(USUAL_CACHE_MEBIBYTES, USUAL_PAGES_BETWEEN_CHECKPOINTS);
    }

    private void tune(int cacheMebibytes, int pagesBetweenCheckpoints) {
        JdbcClient writer = JdbcClient.create(views.writer());
        writer.sql("pragma cache_size = -" + cacheMebibytes * 1024).update();
        writer.sql("pragma wal_autocheckpoint = " + pagesBetweenCheckpoints)
                .query(Integer.class)
                .single();
    }

    /** All at once; one by one when one of them fails, or others wait for one that failed. */
    private void take(long end) {
        try {
            write(end, false);
        } catch (RuntimeException e) {
            LOG.debug("the events up to position {} are taken in one by one", end, e);
            write(end, true);
        }
    }

    private void write(long end, boolean oneByOne) {
        try {
            transaction.executeWithoutResult(status -> {
                boolean carefully = oneByOne || letters.areThere();
                for (long next = position + 1; next <= end; next++) {
                    handle(events.next(), carefully);
                }
                store(new GlobalSequenceTrackingToken(end));
            });
        } catch (RuntimeException e) {
            events.goTo(position);
            throw e;
        }
    }

    private void handle(TrackedEventMessage<?> event, boolean carefully) {
        if (carefully) {
            letters.handle(event);
            return;
        }
        try {
            projections.handle(event);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(event.getPayloadType() + " cannot be brought to the views", e);
        }
    }

    /** The event at a position, which is there. */
    static TrackedEventMessage<?> at(EventStorageEngine log, long position) {
        try (var events = log.readEvents(new GlobalSequenceTrackingToken(position - 1), false)) {
            return events.findFirst().orElseThrow();
        }
    }

    private void store(GlobalSequenceTrackingToken token) {
        if (tokens.fetchSegments(Projections.GROUP).length == 0) {
            tokens.initializeTokenSegments(Projections.GROUP, 1, token);
        }
        tokens.storeToken(token, Projections.GROUP, ONLY_SEGMENT);
    }
}
