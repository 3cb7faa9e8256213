package dev.patchbay.shared.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.patchbay.shared.text.InvalidText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPartTest {

    @ParameterizedTest
    @CsvSource({"ada, ada", "ADA.King, ada.king", "a+b_c-d.e, a+b_c-d.e", "0, 0"})
    void is_read_in_lower_case(String written, String part) throws InvalidText {
        assertThat(LocalPart.parse(written)).hasToString(part);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", " ada", "a b", ".a", "a.", "a..b", "a.-b", "ž", "\u0130", "a@b", "a\n", "\"a\""})
    void is_refused_when_it_is_none(String written) {
        assertThatExceptionOfType(InvalidText.class).isThrownBy(() -> LocalPart.parse(written));
    }

    @ParameterizedTest
    @ValueSource(ints = {65, 1000})
    void is_refused_when_it_is_too_long(int length) throws InvalidText {
        assertThat(LocalPart.parse("a".repeat(64)).value()).hasSize(64);
        assertThatExceptionOfType(InvalidText.class).isThrownBy(() -> LocalPart.parse("a".repeat(length)));
    }
}
