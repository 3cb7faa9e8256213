package dev.patchbay.query.audit;

import dev.patchbay.shared.audit.JsonText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How what a column holds is said to clients. */
enum Reading {
    TEXT {
        @Override
        Object value(ResultSet row, String column) throws SQLException {
            return row.getString(column);
        }
    },
    INTEGER {
        @Override
        Object value(ResultSet row, String column) throws SQLException {
            return row.getLong(column);
        }
    },
    DECIMAL {
        @Override
        Object value(ResultSet row, String column) throws SQLException {
            return row.getDouble(column);
        }
    },
    FLAG {
        @Override
        Object value(ResultSet row, String column) throws SQLException {
            return row.getBoolean(column);
        }
    },
    WORDS {
        @Override
        Object value(ResultSet row, String column) throws SQLException {
            String words = row.getString(column);
            return words.isEmpty() ? List.of() : List.of(words.split(",", -1));
        }
    },
    JSON {
        @Override
        Object value(ResultSet row, String column) throws SQLException {
            return new JsonText(row.getString(column));
        }
    },
    /** Of a column that holds seconds since 1970. */
    TIME {
        @Override
        Object value(ResultSet row, String column) throws SQLException {
            return Instant.ofEpochSecond(row.getLong(column)).toString();
        }
    };

    abstract Object value(ResultSet row, String column) throws SQLException;

    @Nullable
    Object read(ResultSet row, String column) throws SQLException {
        return row.getObject(column) == null ? null : value(row, column);
    }
}
