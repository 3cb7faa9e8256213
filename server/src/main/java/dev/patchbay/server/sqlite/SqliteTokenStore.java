package dev.patchbay.server.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.axonframework.eventhandling.tokenstore.jdbc.GenericTokenTableFactory;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;

/** How far each processor is, in the transaction of what it has written; SQLite knows no {@code FOR UPDATE}. */
public final class SqliteTokenStore extends JdbcTokenStore {

    /** Only one process can own the file, so a claim left behind by one that was killed is its successor's at once. */
    private static final String OWNER = "the process that holds the lock";

    public SqliteTokenStore(DataSource views, Serializer serializer) {
        super(JdbcTokenStore.builder()
                .connectionProvider(new SpringDataSourceConnectionProvider(views))
                .contentType(byte[].class)
                .serializer(serializer)
                .nodeId(OWNER));
        createSchema(GenericTokenTableFactory.INSTANCE);
    }

    @Override
    protected PreparedStatement select(Connection connection, String processor, int segment, boolean forUpdate)
            throws SQLException {
        return super.select(connection, processor, segment, false);
    }
}
