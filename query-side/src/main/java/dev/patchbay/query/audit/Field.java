package dev.patchbay.query.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What clients know of a thing by one name.
 *
 * @param members its parts; just one, without a name, where the value has none
 */
record Field(String name, List<Member> members) {

    Field {
        members = List.copyOf(members);
    }

    /**
     * A part of the value of a field.
     *
     * @param name what the part is called inside the value; empty for the value itself
     * @param column where the row keeps it, or an expression of the row
     */
    record Member(String name, String column, Reading reading) {}

    static Field of(String name, String column, Reading reading) {
        return new Field(name, List.of(new Member("", column, reading)));
    }

    /** The columns, each under a name that no other field uses. */
    List<String> columns() {
        List<String> columns = new ArrayList<>();
        for (int place = 0; place < members.size(); place++) {
            columns.add(members.get(place).column() + " as " + alias(place));
        }
        return columns;
    }

    @Nullable
    Object read(ResultSet row) throws SQLException {
        if (members.getFirst().name().isEmpty()) {
            return members.getFirst().reading().read(row, alias(0));
        }
        Map<String, Object> value = new LinkedHashMap<>();
        for (int place = 0; place < members.size(); place++) {
            Object part = members.get(place).reading().read(row, alias(place));
            if (part != null) {
                value.put(members.get(place).name(), part);
            }
        }
        return value;
    }

    private String alias(int place) {
        return name + "_" + place;
    }
}
