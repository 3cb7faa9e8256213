package dev.patchbay.query.role;

import dev.patchbay.query.Progress;
import dev.patchbay.query.Views;
import dev.patchbay.shared.Answer;
import dev.patchbay.shared.role.RoleQuery.FindRole;
import dev.patchbay.shared.role.RoleQuery.ListRoles;
import dev.patchbay.shared.role.RoleView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers what is asked about roles. */
@Component
@SuppressWarnings("rawtypes") // Axon finds no handler that declares a parameterized Answer.
final class RoleAnswers {

    static final String ONE = """
            select * from role
            where id = :id and account_id = :account and valid_from <= :position and :position < valid_to
            order by valid_to limit 1
            """;
    static final String OF_ACCOUNT = """
            select * from role
            where account_id = :account and valid_from <= :position and :position < valid_to
            order by id
            """;

    private final Views views;
    private final Progress progress;

    RoleAnswers(Views views, Progress progress) {
        this.views = views;
        this.progress = progress;
    }

    @QueryHandler
    Answer answer(FindRole query) {
        long position = progress.await(query.moment());
        return views.asOf(position, ONE)
                .param("id", query.roleId())
                .param("account", query.accountId())
                .query((row, index) -> new Answer<>(role(row), row.getLong("version"), position))
                .optional()
                .orElseGet(() -> Answer.none(position));
    }

    @QueryHandler
    Answer answer(ListRoles query) {
        long position = progress.await(query.moment());
        List<RoleView> roles = views.asOf(position, OF_ACCOUNT)
                .param("account", query.accountId())
                .query((row, index) -> role(row))
                .list();
        return Answer.list(roles, position);
    }

    private static RoleView role(ResultSet row) throws SQLException {
        return new RoleView(
                row.getLong("id"),
                Instant.parse(row.getString("created_at")),
                Instant.parse(row.getString("updated_at")),
                row.getString("name"),
                row.getString("description"),
                Permissions.of(row.getString("permissions")));
    }
}
