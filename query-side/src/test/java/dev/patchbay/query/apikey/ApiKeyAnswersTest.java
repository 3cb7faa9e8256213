package dev.patchbay.query.apikey;

import static dev.patchbay.query.Facts.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.patchbay.query.LogTest;
import dev.patchbay.query.ProjectedLog;
import dev.patchbay.shared.Answer;
import dev.patchbay.shared.Page;
import dev.patchbay.shared.apikey.ApiKeyIssued;
import dev.patchbay.shared.apikey.ApiKeyQuery.FindApiKey;
import dev.patchbay.shared.apikey.ApiKeyQuery.ListApiKeys;
import dev.patchbay.shared.apikey.ApiKeyRevoked;
import dev.patchbay.shared.apikey.ApiKeyView;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ApiKeyAnswersTest extends LogTest {

    @Test
    void a_key_is_shown_as_it_was_issued() {
        Instant expiry = Instant.parse("2030-01-01T00:00:00.123456Z");
        log.append(new ApiKeyIssued(3, 1, "idc_abcd", "Key", List.of("write", "read"), 5L, expiry));

        assertThat(log.answer(new FindApiKey(3, NOW)))
                .isEqualTo(new Answer<>(
                        new ApiKeyView(
                                3,
                                1,
                                "Key",
                                "idc_abcd",
                                List.of("write", "read"),
                                5L,
                                expiry,
                                ProjectedLog.START.plusSeconds(1)),
                        0,
                        1));
    }

    @Test
    void keys_of_the_account_come_by_id_in_pages() {
        log.append(key(3, null), key(1, 5L), key(2, null));

        assertThat(log.view(new ListApiKeys(1, null, NOW)).entries())
                .extracting(ApiKeyView::id, ApiKeyView::projectId)
                .containsExactly(tuple(1L, 5L), tuple(2L, null), tuple(3L, null));
        assertThat(log.view(new ListApiKeys(1, new Page(2, 2), NOW)).entries())
                .extracting(ApiKeyView::id)
                .containsExactly(3L);
        assertThat(log.view(new ListApiKeys(1, new Page(2, 2), NOW)).total()).isEqualTo(3);
        assertThat(log.view(new ListApiKeys(2, null, NOW)).entries()).isEmpty();
    }

    @Test
    void a_revoked_key_is_not_found() {
        log.append(key(3, null), new ApiKeyRevoked(3));

        assertThat(log.answer(new FindApiKey(3, NOW)).view()).isNull();
        assertThat(log.view(new ListApiKeys(1, null, NOW)).entries()).isEmpty();
    }
}
