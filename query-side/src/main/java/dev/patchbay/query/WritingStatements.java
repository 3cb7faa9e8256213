package dev.patchbay.query;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.RowMapperResultSetExtractor;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;
import org.springframework.jdbc.core.namedparam.ParsedSql;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.JdbcUtils;

/** What is written, and read meanwhile, in the transaction of the processor: every statement is prepared once for each connection. */
final class WritingStatements {

    private static final Object[] NOTHING = {};

    private final DataSource database;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();
    private final Map<String, Question> questions = new HashMap<>();
    private @Nullable Connection owner;

    WritingStatements(DataSource database) {
        this.database = database;
    }

    /** Answers how many rows it changed. */
    synchronized int update(String sql, @Nullable Object... arguments) {
        Connection connection = DataSourceUtils.getConnection(database);
        try {
            return statement(connection, sql, arguments).executeUpdate();
        } catch (SQLException e) {
            forget();
            throw new UncategorizedSQLException("writing a view", sql, e);
        } finally {
            DataSourceUtils.releaseConnection(connection, database);
        }
    }

    /** Answers all rows; the statement calls its parameters by name. */
    synchronized <T> List<T> query(String sql, Map<String, ?> parameters, RowMapper<T> mapper) {
        Question question = questions.computeIfAbsent(sql, Question::of);
        return query(question.sql(), mapper, question.arguments(parameters));
    }

    /** Answers all rows. */
    synchronized <T> List<T> query(String sql, RowMapper<T> mapper, @Nullable Object... arguments) {
        Connection connection = DataSourceUtils.getConnection(database);
        try {
            PreparedStatement statement = statement(connection, sql, arguments);
            try (ResultSet rows = statement.executeQuery()) {
                return new RowMapperResultSetExtractor<>(mapper).extractData(rows);
            }
        } catch (SQLException e) {
            forget();
            throw new UncategorizedSQLException("reading what is being written", sql, e);
        } finally {
            DataSourceUtils.releaseConnection(connection, database);
        }
    }

    /** All or nothing of some work. A store that cannot go back to where the work began fails. */
    @Nullable
    Throwable attempt(Views.Work work) {
        Connection connection = DataSourceUtils.getConnection(database);
        Throwable failure = null;
        try {
            DuringTransaction.settle();
            execute(connection, "savepoint attempt");
            failure = failure(work);
            if (failure != null) {
                execute(connection, "rollback to attempt");
                DuringTransaction.forget();
            }
            execute(connection, "release attempt");
            return failure;
        } catch (SQLException e) {
            if (failure != null) {
                e.addSuppressed(failure);
            }
            throw new UncategorizedSQLException("going back", null, e);
        } finally {
            DataSourceUtils.releaseConnection(connection, database);
        }
    }

    private static @Nullable Throwable failure(Views.Work work) {
        try {
            work.run();
            DuringTransaction.settle();
            return null;
        } catch (Exception | LinkageError | StackOverflowError e) {
            return e;
        }
    }

    private synchronized void execute(Connection connection, String sql) throws SQLException {
        try {
            boolean unused = statement(connection, sql, NOTHING).execute();
        } catch (SQLException e) {
            forget();
            throw e;
        }
    }

    private PreparedStatement statement(Connection connection, String sql, @Nullable Object[] arguments)
            throws SQLException {
        if (connection != owner) {
            forget();
            owner = connection;
        }
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        for (int index = 0; index < arguments.length; index++) {
            statement.setObject(index + 1, arguments[index]);
        }
        return statement;
    }

    private void forget() {
        prepared.values().forEach(JdbcUtils::closeStatement);
        prepared.clear();
    }

    /** A statement as the database knows it, and which parameter stands where; none of them is a list. */
    private record Question(ParsedSql parsed, String sql) {

        static Question of(String named) {
            ParsedSql parsed = NamedParameterUtils.parseSqlStatement(named);
            return new Question(parsed, NamedParameterUtils.substituteNamedParameters(parsed, null));
        }

        @Nullable
        Object[] arguments(Map<String, ?> parameters) {
            return NamedParameterUtils.buildValueArray(parsed, new MapSqlParameterSource(parameters), null);
        }
    }
}
