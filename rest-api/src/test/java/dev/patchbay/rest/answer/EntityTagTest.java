package dev.patchbay.rest.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagTest {
    private static final EntityTag CURRENT = new EntityTag(7, "0123456789abcdef");
    private static final EntityTag LIST = new EntityTag(-1, "0123456789abcdef");

    @Test
    void names_the_version_and_a_digest_of_the_body() {
        assertThat(EntityTag.of(7, "{}").header()).isEqualTo("\"7-44136fa355b3678a\"");
    }

    @Test
    void names_the_digest_alone_for_a_list() {
        assertThat(EntityTag.of(-1, "{}").header()).isEqualTo("\"44136fa355b3678a\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"7-0123456789abcdef\"",
                "\"7-ffffffffffffffff\"",
                "*",
                "\"6-0123456789abcdef\", \"7-ffffffffffffffff\""
            })
    void lets_an_if_match_through_that_names_the_version(String ifMatch) {
        assertThat(CURRENT.matches(ifMatch)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"6-0123456789abcdef\"",
                "W/\"7-0123456789abcdef\"",
                "7-0123456789abcdef",
                "\"7\"",
                "\"07-0123456789abcdef-\"",
                "\"99999999999999999999-0123456789abcdef\"",
                "\"\"",
                "",
                "nonsense"
            })
    void stops_every_other_if_match(String ifMatch) {
        assertThat(CURRENT.matches(ifMatch)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"7-0123456789abcdef\"", "W/\"7-0123456789abcdef\"", "*", "\"other\", W/\"7-0123456789abcdef\""
            })
    void knows_itself_in_an_if_none_match(String ifNoneMatch) {
        assertThat(CURRENT.isAmong(ifNoneMatch)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"7-ffffffffffffffff\"", "\"6-0123456789abcdef\"", "\"0123456789abcdef\"", "", "x"})
    void never_hides_a_change_behind_an_if_none_match(String ifNoneMatch) {
        assertThat(CURRENT.isAmong(ifNoneMatch)).isFalse();
    }

    @Test
    void of_a_list_is_known_by_its_digest() {
        assertThat(LIST.isAmong("\"0123456789abcdef\"")).isTrue();
    }
}
