package dev.patchbay.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.query.LogTest;
import dev.patchbay.shared.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;

class SubjectsTest extends LogTest {

    /** What rows keep for the views' own sake, or what follows from other columns and from the entries themselves. */
    private static final Set<String> NOT_TOLD = Set.of(
            "id",
            "uuid",
            "valid_from",
            "valid_to",
            "version",
            "account_id",
            "sort_key",
            "initials",
            "created",
            "created_at",
            "updated_at",
            "active_since",
            "fallback_since",
            "served_project_id",
            // of mail: what a letter says is for those who get it
            "sender",
            "sender_name",
            "recipient_name",
            "reply_to",
            "text_part",
            "html_part",
            "queued_at",
            // of domains: what was asked of name servers and when, not what came of it
            "ownership_text",
            "spf_text",
            "dkim_selector",
            "dkim_text",
            "mail_host",
            "next_check_at");

    @ParameterizedTest
    @EnumSource(Kind.class)
    void tell_every_column_that_clients_may_ask_about(Kind kind) {
        Subject subject = Subjects.of(kind);
        String told = String.join(
                " ",
                Stream.concat(Stream.of(subject.one()), subject.links().stream().map(Links::listed))
                        .toList());

        List<String> forgotten = new ArrayList<>();
        for (String column : new JdbcTemplate(log.database())
                .queryForList("select name from pragma_table_info('" + kind.word() + "')", String.class)) {
            if (!NOT_TOLD.contains(column)
                    && !Pattern.compile("t\\." + column + "\\b").matcher(told).find()) {
                forgotten.add(column);
            }
        }
        assertThat(forgotten).isEmpty();
    }
}
