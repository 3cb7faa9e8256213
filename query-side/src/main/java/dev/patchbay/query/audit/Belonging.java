package dev.patchbay.query.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Whose a thing is, and what it is called.
 *
 * @param publicId what clients know it by
 * @param projectId the project that what happens to it concerns, if it is just one
 */
record Belonging(
        String publicId,
        @Nullable String name,
        long accountId,
        @Nullable Long projectId) {

    static Belonging of(ResultSet row) throws SQLException {
        return new Belonging(
                row.getString("public_id"),
                row.getString("subject_name"),
                row.getLong("account_id"),
                row.getObject("project_id") == null ? null : row.getLong("project_id"));
    }
}
