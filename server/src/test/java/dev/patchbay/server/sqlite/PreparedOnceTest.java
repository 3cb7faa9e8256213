package dev.patchbay.server.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.dbcp2.DelegatingConnection;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteException;

class PreparedOnceTest {

    private static final String NUMBERS = "select value from json_each(?)";

    private final List<String> prepared = new ArrayList<>();
    private final PreparedOnce database = new PreparedOnce(new DelegatingDataSource(new SQLiteDataSource()) {
        @Override
        public Connection getConnection() throws SQLException {
            return new Noticing(super.getConnection());
        }
    });

    @Test
    void a_connection_prepares_a_statement_once() throws SQLException {
        try (Connection connection = database.getConnection()) {
            assertThat(first(connection, "[1,2]")).isEqualTo(1);
            assertThat(first(connection, "[3]")).isEqualTo(3);
        }
        assertThat(prepared).containsExactly(NUMBERS);
    }

    @Test
    void who_asks_the_same_while_it_is_being_answered_gets_a_statement_of_his_own() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement outer = connection.prepareStatement(NUMBERS)) {
            outer.setString(1, "[1,2]");
            List<Integer> seen = new ArrayList<>();
            try (ResultSet rows = outer.executeQuery()) {
                while (rows.next()) {
                    seen.add(rows.getInt(1));
                    assertThat(first(connection, "[9]")).isEqualTo(9);
                }
            }
            assertThat(seen).containsExactly(1, 2);
        }
    }

    @Test
    void nothing_is_left_of_what_was_asked_before() throws SQLException {
        try (Connection connection = database.getConnection()) {
            assertThat(first(connection, "[1]")).isEqualTo(1);
            try (PreparedStatement statement = connection.prepareStatement(NUMBERS);
                    ResultSet rows = statement.executeQuery()) {
                assertThat(rows.next()).isFalse();
            }
        }
    }

    @Test
    void what_cannot_be_prepared_is_the_fault_of_the_statement() throws SQLException {
        try (Connection connection = database.getConnection()) {
            assertThatThrownBy(() -> connection.prepareStatement("select 1 from nowhere"))
                    .isInstanceOf(SQLiteException.class)
                    .hasMessageContaining("nowhere");
            assertThat(first(connection, "[1]")).isEqualTo(1);
        }
    }

    private static int first(Connection connection, String numbers) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(NUMBERS)) {
            statement.setString(1, numbers);
            try (ResultSet row = statement.executeQuery()) {
                assertThat(row.next()).isTrue();
                return row.getInt(1);
            }
        }
    }

    /** Notes what it is asked to prepare. */
    private final class Noticing extends DelegatingConnection<Connection> {
        Noticing(Connection connection) {
            super(connection);
        }

        @Override
        public PreparedStatement prepareStatement(String sql) throws SQLException {
            prepared.add(sql);
            return super.prepareStatement(sql);
        }
    }
}
