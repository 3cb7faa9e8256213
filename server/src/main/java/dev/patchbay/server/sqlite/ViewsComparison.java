package dev.patchbay.server.sqlite;

import dev.patchbay.shared.replay.TableDifference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.sqlite.SQLiteConfig;

/** Compares, row by row, the views that serve as they were when this began, however long it takes, with others at the same position. */
public final class ViewsComparison implements AutoCloseable {

    /** What says how far and how well the views came to be, and nothing of what they hold. */
    private static final List<String> NO_VIEWS = List.of("TokenEntry", "view_schema", "dead_letter");

    /** The columns, which of them always have a value, and which tell which row it is, but nothing about people. */
    private static final String COLUMNS = """
            select name, "notnull", lower(type) in ('bigint', 'integer') and name <> 'valid_to' and (pk > 0 or name = 'valid_from' or name like '%id')
            from pragma_table_info(:table, 'main') order by cid""";

    private static final int ROWS_TOLD = 10;

    private final SingleConnectionDataSource source;
    private final JdbcClient both;
    private final long position;

    ViewsComparison(Path serving, Path other) {
        SQLiteConfig reading = new SQLiteConfig();
        reading.setReadOnly(true);
        this.source = new SingleConnectionDataSource("jdbc:sqlite:" + serving, true);
        source.setConnectionProperties(reading.toProperties());
        this.both = JdbcClient.create(source);
        this.position = begin(other);
    }

    private long begin(Path other) {
        try {
            both.sql("attach ? as other").param(other.toString()).update();
            // Of each file the transaction sees what is there when it first reads of it: of this one now.
            both.sql("begin").update();
            return ViewsFile.position(both);
        } catch (RuntimeException e) {
            source.destroy();
            throw e;
        }
    }

    /** The position of the views that serve: bring the others to the same before asking for differences. */
    public long position() {
        return position;
    }

    /** Where the two differ; empty when every row of the one is in the other. */
    public List<TableDifference> differences() {
        return tables().stream()
                .map(Table::new)
                .filter(Table::differs)
                .map(Table::difference)
                .toList();
    }

    @Override
    public void close() {
        source.destroy();
    }

    private List<String> tables() {
        return both
                .sql("select name from main.sqlite_master where type = 'table' order by name")
                .query(String.class)
                .list()
                .stream()
                .filter(table -> !NO_VIEWS.contains(table))
                .toList();
    }

    private record Column(String name, boolean always, boolean telling) {

        String equal() {
            return "b.%s %s a.%s".formatted(name, always ? "=" : "is", name);
        }
    }

    private final class Table {

        private final String name;
        private final List<Column> columns;

        Table(String name) {
            this.name = name;
            this.columns = both.sql(COLUMNS)
                    .param("table", name)
                    .query((row, index) -> new Column(row.getString(1), row.getBoolean(2), row.getBoolean(3)))
                    .list();
        }

        /** No row is there twice, so that the other way around needs no look when there are as many. */
        boolean differs() {
            return rows("main") != rows("other") || lacking("main", "other") > 0;
        }

        TableDifference difference() {
            List<String> rows = Stream.concat(sample("main", "other"), sample("other", "main"))
                    .distinct()
                    .limit(ROWS_TOLD)
                    .toList();
            return new TableDifference(name, lacking("main", "other"), lacking("other", "main"), rows);
        }

        private long rows(String side) {
            return number("select count(*) from %s.%s".formatted(side, name));
        }

        private long lacking(String side, String otherSide) {
            return number("select count(*)" + lack(side, otherSide));
        }

        private String lack(String side, String otherSide) {
            String equal = columns.stream().map(Column::equal).collect(Collectors.joining(" and "));
            return " from %s.%s a where not exists (select 1 from %s.%s b where %s)"
                    .formatted(side, name, otherSide, name, equal);
        }

        private Stream<String> sample(String side, String otherSide) {
            List<String> telling =
                    columns.stream().filter(Column::telling).map(Column::name).toList();
            String sql = "select " + String.join(", ", telling) + lack(side, otherSide) + " limit " + ROWS_TOLD;
            return both
                    .sql(sql)
                    .query((row, index) -> {
                        List<String> values = new ArrayList<>();
                        for (String column : telling) {
                            values.add(column + " " + row.getString(column));
                        }
                        return String.join(", ", values);
                    })
                    .list()
                    .stream();
        }

        private long number(String sql) {
            return both.sql(sql).query(Long.class).single();
        }
    }
}
