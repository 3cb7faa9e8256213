package dev.patchbay.rest.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.rest.answer.Digest;
import org.junit.jupiter.api.Test;

class NewKeyTest {

    @Test
    void has_the_documented_form() {
        assertThat(NewKey.random().text()).matches("idc_[A-Za-z0-9]{32}");
    }

    @Test
    void follows_from_the_caller_and_the_request_alone() {
        NewKey key = NewKey.derive("idc_caller", "api key 7");

        assertThat(NewKey.derive("idc_caller", "api key 7")).isEqualTo(key);
        assertThat(NewKey.derive("idc_caller", "api key 8")).isNotEqualTo(key);
        assertThat(NewKey.derive("idc_other", "api key 7")).isNotEqualTo(key);
    }

    @Test
    void never_comes_twice_by_chance() {
        assertThat(NewKey.random()).isNotEqualTo(NewKey.random());
    }

    @Test
    void shows_eight_characters_of_itself_and_keeps_the_rest_out_of_logs() {
        NewKey key = NewKey.random();

        assertThat(key.prefix()).isEqualTo(key.text().substring(0, 8));
        assertThat(key.toString()).isEqualTo(key.prefix() + "...");
        assertThat(key.digest()).isEqualTo(Digest.of(key.text())).hasSize(64);
    }
}
