package dev.patchbay.rest.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.shared.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class QueryStringTest {

    @Test
    void asks_for_the_whole_list_without_page_or_per_page() {
        assertThat(query(null).page()).isNull();
        assertThat(query("other=1&&=").page()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "page=3, 3, 20",
        "per_page=7, 1, 7",
        "page=2&per_page=100, 2, 100",
        "per_page=101, 1, 100",
        "per_page=99999999999999999999999, 1, 100",
        "page=1&page=9, 1, 20",
        "%70age=2, 2, 20"
    })
    void asks_for_a_page(String query, int number, int size) {
        assertThat(query(query).page()).isEqualTo(new Page(number, size));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"page=0", "page=-1", "page=", "page", "page=x", "page=1.5", "page=+1", "page=%zz", "page=٣"})
    void refuses_a_page_that_is_no_positive_integer(String query) {
        assertThatThrownBy(() -> query(query).page()).hasMessage("422 {\"error\":\"page must be a positive integer\"}");
    }

    @Test
    void refuses_a_page_size_below_one() {
        assertThatThrownBy(() -> query("per_page=0").page())
                .hasMessage("422 {\"error\":\"per_page must be a positive integer\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0", "-1", "+1", "01", "1.0", "x", "", " 1", "9223372036854775808", "99999999999999999999", "١"})
    void path_ids_are_found_in_one_written_form_only(String id) {
        assertThat(PathIds.parse(id)).isEmpty();
        assertThat(PathIds.parse("9223372036854775807")).hasValue(Long.MAX_VALUE);
    }

    private static QueryString query(String query) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setQueryString(query);
        return new QueryString(request);
    }
}
