package dev.patchbay.query.audit;

import java.util.List;

/**
 * A field that lists other things, which a table of its own links with this one.
 *
 * @param owner the column that says whose the list is
 * @param order of the entries
 * @param entry what is said of each: one member without a name for a value, or named ones
 */
record Links(String name, String table, String owner, String order, List<Field.Member> entry) {

    /** The list as of {@code :position}. */
    String listed() {
        return "select " + String.join(", ", field().columns()) + " from " + table + " l where l." + owner
                + " = :id and l.valid_from <= :position and :position < l.valid_to order by " + order;
    }

    /** The position that made the list what it is as of {@code :position}. */
    String lastChanged() {
        return """
                select max(case when l.valid_to <= :position then l.valid_to else l.valid_from end) as last_changed from %s l
                where l.%s = :id and l.valid_to > 0 and l.valid_from <= :position
                """.formatted(table, owner);
    }

    Field field() {
        return new Field(name, entry);
    }
}
