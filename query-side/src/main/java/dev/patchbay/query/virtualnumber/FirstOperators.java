package dev.patchbay.query.virtualnumber;

import dev.patchbay.query.Views;
import dev.patchbay.shared.Page;
import dev.patchbay.shared.Scope;
import dev.patchbay.shared.virtualnumber.VirtualNumberSummary.FirstOperator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** The first three operators in the ring order of virtual numbers, and how many there are: one statement for all. */
final class FirstOperators {

    static final Of NONE = new Of(List.of(), 0);

    static final String FIRST_OF = """
            with shown as materialized (%s)
            select * from (
                select a.virtual_number_id, o.id, o.name, o.initials,
                    row_number() over (partition by a.virtual_number_id order by a.rank, a.place) as number,
                    count(*) over (partition by a.virtual_number_id) as total
                from shown cross join attachment a cross join operator o
                where a.virtual_number_id = shown.id and a.valid_from <= :position and :position < a.valid_to
                and o.id = a.operator_id and o.valid_from <= :position and :position < o.valid_to) as ring
            where number <= 3
            order by virtual_number_id, number
            """;
    static final String OF_ONE = FIRST_OF.formatted("select cast(:id as bigint) as id");
    static final String OF_MANY =
            FIRST_OF.formatted("select n.id from virtual_number n where %s order by n.id limit :limit offset :offset");

    private final Views views;

    FirstOperators(Views views) {
        this.views = views;
    }

    Map<Long, Of> ofOne(long virtualNumberId, long position) {
        return read(views.asOf(position, OF_ONE).param("id", virtualNumberId));
    }

    Map<Long, Of> ofMany(Scope scope, @Nullable Page page, long position) {
        String sql = OF_MANY.formatted(VisibleVirtualNumbers.under(scope));
        return read(Views.paged(views.asOf(position, scope, sql), page));
    }

    private static Map<Long, Of> read(StatementSpec statement) {
        Map<Long, Of> all = new HashMap<>();
        statement.query(row -> {
            int total = row.getInt("total");
            all.computeIfAbsent(row.getLong("virtual_number_id"), id -> new Of(new ArrayList<>(3), total))
                    .shown()
                    .add(new FirstOperator(row.getLong("id"), row.getString("name"), row.getString("initials")));
        });
        return all;
    }

    /** The operators of one number that a short list shows. */
    record Of(List<FirstOperator> shown, int count) {}
}
