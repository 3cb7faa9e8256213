package dev.patchbay.query;

import java.util.OptionalInt;
import javax.sql.DataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** The tables of the views. */
public final class Schema {

    /** Views of another version are thrown away and built again from the log. */
    public static final int VERSION = 10;

    private Schema() {}

    /** Makes the tables that are missing. */
    public static void create(DataSource views) {
        new ResourceDatabasePopulator(new ClassPathResource("views.sql", Schema.class)).execute(views);
        if (versionOf(views).isEmpty()) {
            JdbcClient.create(views)
                    .sql("insert into view_schema values (?, ?)")
                    .params(VERSION, Projections.REVISION)
                    .update();
        }
    }

    /**
     * Makes the tables that are missing, but of the indexes only those that keep rows unique, which is what rows are found by
     * when they are written; {@link #create} makes the others.
     */
    public static void createForBuilding(DataSource views) {
        create(views);
        JdbcClient client = JdbcClient.create(views);
        client.sql("select name from sqlite_master where type = 'index' and sql not like 'create unique%'")
                .query(String.class)
                .list()
                .forEach(index -> client.sql("drop index " + index).update());
    }

    /** The version of the tables that are there; fails when there are none. */
    public static OptionalInt versionOf(DataSource views) {
        return number(views, "select version from view_schema");
    }

    /** The {@link Projections#REVISION} that made the rows that are there; fails when there are no tables of this version. */
    public static OptionalInt revisionOf(DataSource views) {
        return number(views, "select revision from view_schema");
    }

    private static OptionalInt number(DataSource views, String sql) {
        return JdbcClient.create(views)
                .sql(sql)
                .query(Integer.class)
                .optional()
                .map(OptionalInt::of)
                .orElseGet(OptionalInt::empty);
    }
}
