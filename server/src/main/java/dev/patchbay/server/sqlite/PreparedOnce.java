package dev.patchbay.server.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.apache.commons.dbcp2.PoolingConnection;
import org.apache.commons.pool2.impl.GenericKeyedObjectPool;
import org.apache.commons.pool2.impl.GenericKeyedObjectPoolConfig;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Connections that prepare a statement once and keep it: to prepare one takes longer than most take to run. */
final class PreparedOnce extends DelegatingDataSource {

    /** Beyond so many, those go that were not needed for the longest time. */
    private static final int STATEMENTS = 200;

    PreparedOnce(DataSource database) {
        super(database);
    }

    @Override
    public Connection getConnection() throws SQLException {
        Keeping connection = new Keeping(super.getConnection());
        connection.setStatementPool(new GenericKeyedObjectPool<>(connection, kept()));
        return connection;
    }

    private static <T> GenericKeyedObjectPoolConfig<T> kept() {
        GenericKeyedObjectPoolConfig<T> kept = new GenericKeyedObjectPoolConfig<>();
        kept.setMaxTotal(STATEMENTS);
        kept.setMaxTotalPerKey(-1);
        kept.setMaxIdlePerKey(1);
        kept.setBlockWhenExhausted(false);
        kept.setJmxEnabled(false);
        return kept;
    }

    /** Says what the database says of a statement that cannot be prepared, and not that the pool could not. */
    private static final class Keeping extends PoolingConnection {
        Keeping(Connection connection) {
            super(connection);
        }

        @Override
        public PreparedStatement prepareStatement(String sql) throws SQLException {
            try {
                return super.prepareStatement(sql);
            } catch (SQLException e) {
                throw e.getCause() instanceof SQLException said ? said : e;
            }
        }
    }
}
