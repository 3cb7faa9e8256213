package dev.patchbay.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table whose rows are never overwritten: each is true from the position {@code valid_from} until just before {@code
 * valid_to}, and says which version of its aggregate made it true.
 */
public final class Timeline {

    /** The end of a row that is still true. */
    public static final long OPEN = Long.MAX_VALUE;

    private final WritingStatements writing;
    private final String table;
    private final List<String> key;
    private final List<String> values;
    private final String insertion;
    private final String reopening;
    private final Map<Integer, String> closings = new ConcurrentHashMap<>();
    private final Map<String, String> successions = new ConcurrentHashMap<>();

    Timeline(WritingStatements writing, String table, List<String> key, List<String> values) {
        this.writing = writing;
        this.table = table;
        this.key = List.copyOf(key);
        this.values = List.copyOf(values);
        this.insertion = insertion();
        this.reopening = reopening();
    }

    /** Begins a row: its key, then all its values, in the order of the table. */
    public void open(Recorded recorded, @Nullable Object... keyAndValues) {
        writing.update(insertion, arguments(recorded, keyAndValues));
    }

    /**
     * Lets a row go on with other values; silent when there is no such row.
     *
     * @param changed the names of the columns, with commas between them
     */
    public void change(Recorded recorded, Object key, String changed, @Nullable Object... changedValues) {
        change(recorded, List.of(key), changed, changedValues);
    }

    /** The same where the key has several columns. */
    public void change(Recorded recorded, List<?> key, String changed, @Nullable Object... changedValues) {
        if (close(recorded, key.toArray())) {
            List<@Nullable Object> all = new ArrayList<>(Arrays.asList(arguments(recorded, changedValues)));
            all.addAll(key);
            all.add(recorded.position());
            writing.update(successions.computeIfAbsent(changed, this::succession), all.toArray());
        }
    }

    /** Lets a row go on as it is, in the next version of its aggregate. */
    public void touch(Recorded recorded, Object key) {
        change(recorded, key, "");
    }

    /** Begins a row that goes on as the last one with this key ended. */
    public void reopen(Recorded recorded, Object... keyValues) {
        List<Object> all = new ArrayList<>(List.of(recorded.position(), recorded.version()));
        all.addAll(List.of(keyValues));
        all.addAll(List.of(keyValues));
        writing.update(reopening, all.toArray());
    }

    /** Ends the row with this key, or all whose key begins like this; answers whether there was any. */
    public boolean close(Recorded recorded, Object... beginningOfKey) {
        Object[] all = new Object[beginningOfKey.length + 1];
        all[0] = recorded.position();
        System.arraycopy(beginningOfKey, 0, all, 1, beginningOfKey.length);
        return writing.update(closings.computeIfAbsent(beginningOfKey.length, this::closing), all) > 0;
    }

    private String insertion() {
        String columns = listed(Stream.concat(key.stream(), values.stream()));
        String placeholders = ", ?".repeat(key.size() + values.size());
        return "insert into " + table + " (valid_to, valid_from, version, " + columns + ") values (" + OPEN + ", ?, ?"
                + placeholders + ")";
    }

    private String reopening() {
        String columns = listed(Stream.concat(key.stream(), values.stream()));
        String ofKey = key.stream().map(each -> each + " = ? and ").collect(Collectors.joining());
        return "insert into " + table + " (valid_to, valid_from, version, " + columns + ") select " + OPEN + ", ?, ?, "
                + columns + " from " + table + " where " + ofKey + "valid_to = (select max(valid_to) from " + table
                + " where " + ofKey + "valid_to > 0)";
    }

    private String closing(int keyLength) {
        return "update " + table + " set valid_to = ? where valid_to = " + OPEN
                + key.stream()
                        .limit(keyLength)
                        .map(each -> " and " + each + " = ?")
                        .collect(Collectors.joining());
    }

    private String succession(String changed) {
        List<String> replaced = Stream.of(changed.split(",", 0))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
        List<String> kept = Stream.concat(key.stream(), values.stream())
                .filter(each -> !replaced.contains(each))
                .toList();
        String columns = listed(Stream.concat(replaced.stream(), kept.stream()));
        String sources = listed(Stream.concat(replaced.stream().map(each -> "?"), kept.stream()));
        return "insert into " + table + " (valid_to, valid_from, version, " + columns + ") select " + OPEN + ", ?, ?, "
                + sources + " from " + table + " where "
                + key.stream().map(each -> each + " = ? and ").collect(Collectors.joining()) + "valid_to = ?";
    }

    private static @Nullable Object[] arguments(Recorded recorded, @Nullable Object[] others) {
        @Nullable Object[] all = new @Nullable Object[others.length + 2];
        all[0] = recorded.position();
        all[1] = recorded.version();
        System.arraycopy(others, 0, all, 2, others.length);
        return all;
    }

    private static String listed(Stream<String> columns) {
        return columns.collect(Collectors.joining(", "));
    }
}
