package dev.patchbay.query;

import dev.patchbay.shared.Page;
import dev.patchbay.shared.Scope;
import dev.patchbay.shared.Slice;
import dev.patchbay.shared.Which;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** The two ways into the views: one writes, in the transaction of the processor; the other only reads. */
public final class Views {

    private final WritingStatements writing;
    private final JdbcClient reading;

    public Views(DataSource writing, DataSource reading) {
        this.writing = new WritingStatements(writing);
        this.reading = JdbcClient.create(reading);
    }

    public Timeline timeline(String table, List<String> key, List<String> values) {
        return new Timeline(writing, table, key, values);
    }

    public RunningTotals runningTotals(String table, List<String> key, List<String> sums) {
        return new RunningTotals(writing, table, key, sums);
    }

    /** A projection's own question about what it has written, in the transaction that is under way; all rows. */
    public <T> List<T> underway(String sql, Map<String, ?> parameters, RowMapper<T> mapper) {
        return writing.query(sql, parameters, mapper);
    }

    /** Writes what stays as it is; answers how many rows it changed. */
    public int write(String sql, @Nullable Object... arguments) {
        return writing.update(sql, arguments);
    }

    /** Does all of something or nothing, in the transaction that is under way; answers why nothing, null when it is done. */
    @Nullable
    Throwable attempt(Work work) {
        return writing.attempt(work);
    }

    /** Something that may fail. */
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    /** A question about the state at a position, which the statement calls {@code :position}. */
    public StatementSpec asOf(long position, String sql) {
        return reading.sql(sql).param("position", position);
    }

    /** A question about what a scope sees, which the statement calls {@code :account} and {@code :project}. */
    public StatementSpec asOf(long position, Scope scope, String sql) {
        return asOf(position, sql).param("account", scope.accountId()).param("project", scope.projectId());
    }

    /** Adds {@code :limit} and {@code :offset}: those of the page, or of the whole list. */
    public static StatementSpec paged(StatementSpec statement, @Nullable Page page) {
        return statement
                .param("limit", page == null ? Long.MAX_VALUE : page.size())
                .param("offset", page == null ? 0 : page.offset());
    }

    /** Adds {@code :limit} and {@code :offset} of a part of a list. */
    public static StatementSpec sliced(StatementSpec statement, Slice slice) {
        return statement.param("limit", slice.limit()).param("offset", slice.offset());
    }

    /** A statement about one thing, with the condition that chooses it. */
    public static StatementSpec choosing(Which which, Function<String, StatementSpec> statement) {
        return which.uuid() == null
                ? statement.apply("id = :id").param("id", which.number())
                : statement.apply("uuid = :uuid").param("uuid", which.uuid().toString());
    }
}
