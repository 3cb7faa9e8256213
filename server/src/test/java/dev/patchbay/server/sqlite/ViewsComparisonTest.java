package dev.patchbay.server.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.query.Schema;
import dev.patchbay.server.sqlite.SqliteDatabase.Durability;
import dev.patchbay.shared.replay.TableDifference;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class ViewsComparisonTest {

    private static final String VIEWS = """
            select name from sqlite_master
            where type = 'table' and name not in ('TokenEntry', 'view_schema', 'dead_letter')
            """;
    private static final String COLUMNS = "select cid, name, lower(type) as type, pk from pragma_table_info(?)";

    @TempDir
    Path directory;

    @Test
    void tells_of_a_row_of_any_table_by_its_key_which_it_is_and_nothing_that_people_have_written() {
        Map<String, List<Column>> tables;
        views("views-1.db").close();
        try (SqliteDatabase serving = views("views.db")) {
            JdbcClient client = JdbcClient.create(serving.writer());
            tables = client.sql(VIEWS).query(String.class).list().stream()
                    .collect(Collectors.toMap(Function.identity(), table -> columns(client, table)));
            tables.forEach((table, columns) -> fill(client, table, columns));
        }

        try (ViewsComparison comparison =
                new ViewsComparison(directory.resolve("views.db"), directory.resolve("views-1.db"))) {
            List<TableDifference> differences = comparison.differences();

            assertThat(differences.stream().map(TableDifference::table))
                    .containsExactlyInAnyOrderElementsOf(tables.keySet());
            assertThat(differences).allSatisfy(difference -> {
                List<Column> columns = tables.get(difference.table());
                assertThat(difference.rows())
                        .singleElement()
                        .satisfies(row -> assertThat(row.split(", ", -1))
                                .containsAll(columns.stream()
                                        .filter(Column::tells)
                                        .map(Column::text)
                                        .toList())
                                .noneMatch(told -> columns.stream()
                                        .anyMatch(column -> column.isText() && told.equals(column.text()))));
            });
        }
    }

    private SqliteDatabase views(String file) {
        SqliteDatabase views = new SqliteDatabase(directory.resolve(file), Durability.EVENTUALLY);
        Schema.create(views.writer());
        SqliteTokenStore unused = new SqliteTokenStore(
                views.writer(), Jackson3Serializer.builder().build());
        return views;
    }

    private static List<Column> columns(JdbcClient client, String table) {
        return client.sql(COLUMNS).param(table).query(Column.class).list();
    }

    private static void fill(JdbcClient client, String table, List<Column> columns) {
        String names = columns.stream().map(Column::name).collect(Collectors.joining(", "));
        String values = columns.stream().map(Column::value).map(String::valueOf).collect(Collectors.joining(", "));
        client.sql("insert into " + table + " (" + names + ") values (" + values + ")")
                .update();
    }

    /** A column, which has a value of its own in the only row. */
    private record Column(int cid, String name, String type, int pk) {

        int value() {
            return 100 + cid;
        }

        String text() {
            return name + " " + value();
        }

        boolean isText() {
            return type.equals("text");
        }

        boolean tells() {
            return pk > 0 && !isText() && !name.equals("valid_to");
        }
    }
}
