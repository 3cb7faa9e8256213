package dev.patchbay.query.export;

import dev.patchbay.shared.export.Column;
import dev.patchbay.shared.export.Dataset;
import dev.patchbay.shared.export.RowPlace;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values of a row in the order of the columns of its dataset, and its place among the others. */
record ExportedRow(List<@Nullable Object> values, RowPlace place) {

    static ExportedRow of(Dataset dataset, ResultSet row) throws SQLException {
        List<@Nullable Object> values = new ArrayList<>(dataset.columns().size());
        for (Column column : dataset.columns()) {
            values.add(row.getObject(column.name()) == null ? missing(column) : value(column, row));
        }
        return new ExportedRow(
                values, new RowPlace(row.getLong("place_1"), row.getLong("place_2"), row.getLong("place_3")));
    }

    private static @Nullable Object missing(Column column) {
        return column.type() == Column.Type.INTEGERS ? List.of() : null;
    }

    private static Object value(Column column, ResultSet row) throws SQLException {
        String name = column.name();
        return switch (column.type()) {
            case INTEGER -> row.getLong(name);
            case TEXT, JSON -> row.getString(name);
            case FLAG -> row.getBoolean(name);
            case TIME -> time(row, name);
            case INTEGERS ->
                Arrays.stream(row.getString(name).split(",", -1))
                        .map(Long::valueOf)
                        .toList();
        };
    }

    /** Of what is kept in words, or in seconds since 1970. */
    private static String time(ResultSet row, String name) throws SQLException {
        return (row.getObject(name) instanceof Number
                        ? Instant.ofEpochSecond(row.getLong(name))
                        : Instant.parse(row.getString(name)))
                .toString();
    }
}
