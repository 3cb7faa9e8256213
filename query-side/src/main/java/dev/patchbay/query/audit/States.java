package dev.patchbay.query.audit;

import dev.patchbay.query.Views;
import dev.patchbay.shared.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Reads what clients know of things, as of any position. */
@Component
final class States {

    private final Views views;

    States(Views views) {
        this.views = views;
    }

    State at(Source source, long position) {
        Subject subject = Subjects.of(source.kind());
        return read(subject, source.id(), position, views.asOf(position, subject.one()))
                .orElse(State.ABSENT);
    }

    /** The same, but absent where the scope does not see it. */
    State at(Source source, Scope scope, long position) {
        return seen(source, scope, position).orElse(State.ABSENT).within(scope.projectId());
    }

    /** The thing, if it is there and the scope sees it. */
    Optional<State> seen(Source source, Scope scope, long position) {
        Subject subject = Subjects.of(source.kind());
        String sql = subject.oneSeen(scope.projectId() != null);
        return read(subject, source.id(), position, views.asOf(position, scope, sql));
    }

    private Optional<State> read(Subject subject, long id, long position, StatementSpec one) {
        Optional<Map<String, @Nullable Object>> fields =
                one.param("id", id).query((row, index) -> fields(subject, row)).optional();
        fields.ifPresent(known -> subject.links().forEach(links -> known.put(links.name(), list(links, id, position))));
        return fields.map(State::new);
    }

    private static Map<String, @Nullable Object> fields(Subject subject, ResultSet row) throws SQLException {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (Field field : subject.fields()) {
            fields.put(field.name(), field.read(row));
        }
        return fields;
    }

    private List<Object> list(Links links, long id, long position) {
        return views.asOf(position, links.listed())
                .param("id", id)
                .query((row, index) -> Objects.requireNonNull(links.field().read(row)))
                .list();
    }
}
