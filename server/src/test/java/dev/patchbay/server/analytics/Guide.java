package dev.patchbay.server.analytics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What docs/analytics.md says: questions with their answers, and the columns of each table. */
record Guide(String text) {
    private static final Path FILE = Path.of(System.getProperty("basedir", "."), "../docs/analytics.md");
    private static final Pattern QUESTION = Pattern.compile(
            "(?m)^### (?<title>.+)$[\\s\\S]*?^```sql\n(?<sql>[\\s\\S]*?)^```\n+^```text\n(?<answer>[\\s\\S]*?)^```$");
    private static final Pattern COLUMN = Pattern.compile("(?m)^\\| `(\\w+)` \\|");

    /** A question in SQL, and what it is answered with. */
    record Question(String title, String sql, String answer) {
        @Override
        public String toString() {
            return title;
        }
    }

    static Guide read() {
        try {
            return new Guide(Files.readString(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Question> questions() {
        return QUESTION.matcher(text)
                .results()
                .map((MatchResult found) ->
                        new Question(found.group("title"), found.group("sql"), found.group("answer")))
                .toList();
    }

    List<String> columns(String table) {
        String section = text.split("(?m)^### `" + table + "`$", -1)[1].split("(?m)^##", -1)[0];
        return COLUMN.matcher(section)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
