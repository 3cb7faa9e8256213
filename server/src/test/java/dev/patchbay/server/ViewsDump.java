package dev.patchbay.server;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everything that is in the tables of the views, one line for each row. */
public final class ViewsDump {

    /** Which process keeps the token, and since when: different at every start. */
    private static final Set<String> LEFT_OUT = Set.of("owner", "timestamp");

    private ViewsDump() {}

    public static List<String> of(Path file) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String table : column(
                    statement,
                    "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by 1")) {
                dump(statement, table, lines);
            }
        }
        Collections.sort(lines);
        return lines;
    }

    private static void dump(Statement statement, String table, List<String> lines) throws SQLException {
        List<String> columns = column(statement, "select name from pragma_table_info('" + table + "') order by cid");
        columns.removeIf(name -> LEFT_OUT.contains(name.toLowerCase(Locale.ROOT)));
        try (ResultSet rows = statement.executeQuery("select " + String.join(", ", columns) + " from " + table)) {
            while (rows.next()) {
                StringBuilder line = new StringBuilder(table);
                for (String column : columns) {
                    line.append(' ').append(column).append('=').append(written(rows.getObject(column)));
                }
                lines.add(line.toString());
            }
        }
    }

    private static List<String> column(Statement statement, String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    private static String written(@Nullable Object value) {
        return value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : String.valueOf(value);
    }
}
