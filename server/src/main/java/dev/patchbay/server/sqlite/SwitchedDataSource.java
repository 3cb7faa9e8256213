package dev.patchbay.server.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** Connections to what serves now; who holds one keeps it when something else comes to serve. */
final class SwitchedDataSource extends AbstractDataSource {

    private volatile DataSource serving;

    SwitchedDataSource(DataSource serving) {
        this.serving = serving;
    }

    void exchange(DataSource next) {
        serving = next;
    }

    @Override
    public Connection getConnection() throws SQLException {
        DataSource asked = serving;
        try {
            return asked.getConnection();
        } catch (SQLException e) {
            // What served when the question was put may have been closed before it answered.
            if (asked == serving) {
                throw e;
            }
            return serving.getConnection();
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }
}
