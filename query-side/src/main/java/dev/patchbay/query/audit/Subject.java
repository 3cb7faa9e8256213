package dev.patchbay.query.audit;

import dev.patchbay.query.audit.Field.Member;
import dev.patchbay.shared.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A kind of thing as its clients know it, field by field, and where the views keep what they know: the row {@code t}. */
final class Subject {

    /** The name in {@link #lastChanged} of the position at which the thing came to be there, for the first time or again. */
    static final String APPEARED = "appeared";

    private static final String APPEARS = "lag(t.valid_to) over history is distinct from t.valid_from";

    private final Kind kind;
    private final String name;
    private final List<Field> fields = new ArrayList<>();
    private final List<Links> links = new ArrayList<>();
    private String publicId = "t.id";
    private String joined = "";
    private String accountId = "t.account_id";
    private String projectId = "null";
    private String visibleInProject = "false";

    private Subject(Kind kind, String name) {
        this.kind = kind;
        this.name = name;
    }

    /**
     * A kind whose rows are in the table of its name.
     *
     * @param name what a thing of the kind is called; an expression of its row
     */
    static Subject of(Kind kind, String name) {
        return new Subject(kind, name);
    }

    /** Clients know it by a UUID. */
    Subject knownByUuid() {
        publicId = "t.uuid";
        return this;
    }

    /** It is an account. */
    Subject itsOwnAccount() {
        accountId = "t.id";
        return this;
    }

    /** It belongs to one project at a time, or to none. */
    Subject ofProject(String column) {
        return ofProject(column, column + " = :project");
    }

    /**
     * The same where a key of the project does not always see it.
     *
     * @param column the project that what happens to it concerns; an expression of its row
     * @param visible whether a key of {@code :project} sees it
     */
    Subject ofProject(String column, String visible) {
        projectId = column;
        visibleInProject = visible;
        return this;
    }

    /** A part of what is known of it stands in another table, which the join calls as it likes. */
    Subject with(String join) {
        joined = " " + join;
        return this;
    }

    /** Fields that are called as their columns are. */
    Subject have(Reading reading, String... columns) {
        Arrays.stream(columns).forEach(column -> has(column, "t." + column, reading));
        return this;
    }

    Subject has(String field, String column, Reading reading) {
        fields.add(Field.of(field, column, reading));
        return this;
    }

    Subject has(String field, Member... members) {
        fields.add(new Field(field, List.of(members)));
        return this;
    }

    /** A list of numbers of other things, ascending. */
    Subject lists(String field, String table, String owner, String column) {
        return lists(field, table, owner, "l." + column, new Member("", "l." + column, Reading.INTEGER));
    }

    Subject lists(String field, String table, String owner, String order, Member... entry) {
        links.add(new Links(field, table, owner, order, List.of(entry)));
        return this;
    }

    Kind kind() {
        return kind;
    }

    List<Field> fields() {
        return fields;
    }

    List<Links> links() {
        return links;
    }

    boolean isKnownByUuid() {
        return publicId.equals("t.uuid");
    }

    /** Where the thing numbered {@code :id} belongs as of {@code :position}, or belonged when it was last there. */
    String belonging() {
        return "select " + name + " as subject_name, " + publicId + " as public_id, " + accountId + " as account_id, "
                + projectId + " as project_id from " + kind.word() + " t where t.id = :id and t.valid_to > 0"
                + " and t.valid_from <= :position order by t.valid_to desc limit 1";
    }

    /** The number of the thing that clients know by {@code :uuid}. */
    String numbered() {
        return "select t.id from " + kind.word() + " t where t.uuid = :uuid and t.valid_to > 0 limit 1";
    }

    /** The thing numbered {@code :id} as of {@code :position}, where {@code :account} and {@code :project} see it. */
    String oneSeen(boolean fromProject) {
        return one(" and " + accountId + " = :account" + (fromProject ? " and " + visibleInProject : ""));
    }

    /** The thing numbered {@code :id} as of {@code :position}. */
    String one() {
        return one("");
    }

    private String one(String condition) {
        return "select "
                + fields.stream().flatMap(field -> field.columns().stream()).collect(Collectors.joining(", "))
                + " from " + kind.word() + " t" + joined
                + " where t.id = :id and t.valid_to > :position and t.valid_from <= :position" + condition
                + " order by t.valid_to limit 1";
    }

    /**
     * For each field, the position at which the thing numbered {@code :id} got the value that it has as of {@code :position}; also
     * by coming back after it had been gone.
     */
    String lastChanged() {
        String changed = fields.stream()
                .map(field -> field.members().stream()
                                .map(member ->
                                        "%1$s is distinct from lag(%1$s) over history".formatted(member.column()))
                                .collect(Collectors.joining(" or "))
                        + " or " + APPEARS + " as " + field.name())
                .collect(Collectors.joining(", "));
        String last = Stream.concat(fields.stream().map(Field::name), Stream.of(APPEARED))
                .map(field -> "max(case when %1$s then valid_from end) as %1$s".formatted(field))
                .collect(Collectors.joining(", "));
        return "select " + last + " from (select t.valid_from, " + changed + ", " + APPEARS + " as " + APPEARED
                + " from " + kind.word() + " t"
                + " where t.id = :id and t.valid_to > 0 and t.valid_from <= :position"
                + " window history as (order by t.valid_to)) as rows_of_one";
    }
}
