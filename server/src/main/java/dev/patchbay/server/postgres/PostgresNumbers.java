package dev.patchbay.server.postgres;

import dev.patchbay.command.Numbers;
import dev.patchbay.shared.Kind;
import dev.patchbay.shared.Refusal;
import java.util.Locale;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** The next number of each kind, whichever process asks. */
final class PostgresNumbers implements Numbers {

    private final JdbcClient database;
    private final TransactionTemplate transaction;

    PostgresNumbers(DataSource database) {
        this.database = JdbcClient.create(database);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    }

    @Override
    public long next(Kind kind, long atLeast) {
        try {
            long next = next(kind);
            return next >= atLeast
                    ? next
                    : Objects.requireNonNull(transaction.execute(status -> skipTo(kind, atLeast)));
        } catch (DataAccessException | TransactionException e) {
            throw new Refusal(Refusal.Reason.UNAVAILABLE, "there is no number for a new " + kind.word(), e);
        }
    }

    /** Where the sequence is behind the log: one process after the other sets it forward, never back. */
    private long skipTo(Kind kind, long atLeast) {
        database.sql(PostgresLocks.inTransaction(sequence(kind))).query().singleRow();
        long last = one("select last_value from " + sequence(kind));
        if (last < atLeast - 1) {
            long unused = one("select setval('" + sequence(kind) + "', " + (atLeast - 1) + ")");
        }
        return next(kind);
    }

    static String sequence(Kind kind) {
        return "number_of_" + kind.name().toLowerCase(Locale.ROOT);
    }

    private long next(Kind kind) {
        return one("select nextval('" + sequence(kind) + "')");
    }

    private long one(String sql) {
        return database.sql(sql).query(Long.class).single();
    }
}
