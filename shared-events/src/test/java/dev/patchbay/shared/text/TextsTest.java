package dev.patchbay.shared.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "two\nlines", "a\ttab\r\n", " kept \n", "\u2028", "😀😀"})
    void prose_is_kept_as_it_is(String text) throws InvalidText {
        assertThat(Texts.prose(text, 10)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\u001B", "\u007F", "\u0085", "\uD83D", "\uDE00"})
    void prose_has_no_control_characters_and_no_half_characters(String text) {
        assertThatExceptionOfType(InvalidText.class)
                .isThrownBy(() -> Texts.prose(text, 10))
                .withMessage("contains characters that are not allowed");
    }

    @Test
    void prose_is_as_long_as_its_limit_in_characters() throws InvalidText {
        assertThat(Texts.prose("😀".repeat(10), 10)).hasSize(20);
        assertThatExceptionOfType(InvalidText.class)
                .isThrownBy(() -> Texts.prose("😀".repeat(11), 10))
                .withMessage("is too long (maximum is 10 characters)");
    }
}
