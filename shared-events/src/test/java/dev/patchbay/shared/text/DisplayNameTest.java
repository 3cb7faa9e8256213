package dev.patchbay.shared.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DisplayNameTest {

    private static final String FACE = "😀";

    @ParameterizedTest
    @ValueSource(
            strings = {"Ada", "Ada Lovelace", "O'Brien; DROP TABLE", "Žalgiris", "艾达", "أدا", "👩‍👩‍👧", "<b>&amp;</b>"
            })
    void is_kept_as_it_is(String text) throws InvalidText {
        assertThat(DisplayName.parse(text)).hasToString(text);
    }

    @Test
    void loses_the_blanks_around_it_but_not_those_within() throws InvalidText {
        assertThat(DisplayName.parse("\t\u00A0 Ada  King\u2003\n")).isEqualTo(new DisplayName("Ada  King"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\r\n", "\u00A0", "\u2003", "\u2007\u202F", "\u3000", "\u2028"})
    void is_not_blank(String text) {
        assertThatIsRefused(text, "can't be blank");
    }

    @Test
    void has_255_characters_however_they_are_encoded() throws InvalidText {
        String longest = FACE.repeat(255);

        assertThat(DisplayName.parse(" " + longest + " ")).hasToString(longest);
        assertThatIsRefused(longest + FACE, "is too long (maximum is 255 characters)");
        assertThatIsRefused("a".repeat(256), "is too long (maximum is 255 characters)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"A\u0000da", "A\nda", "A\tda", "A\u001Bda", "A\u007Fda", "A\u0085da", "A\u2028da", "A\u2029da"})
    void is_one_line_without_control_characters(String text) {
        assertThatIsRefused(text, "contains characters that are not allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A\uD83D", "\uDE00A", "\uDE00\uD83D"})
    void has_no_half_characters(String text) {
        assertThatIsRefused(text, "contains characters that are not allowed");
    }

    @Test
    void is_refused_however_long_it_is() {
        assertThatIsRefused("a" + " ".repeat(10_000_000) + "a", "is too long (maximum is 255 characters)");
        assertThatIsRefused(" ".repeat(10_000_000), "can't be blank");
    }

    @Property(tries = 500)
    void is_read_again_as_what_it_was_or_refused_but_never_fails(@ForAll String text) throws InvalidText {
        try {
            DisplayName name = DisplayName.parse(text);
            assertThat(DisplayName.parse(name.value())).isEqualTo(name);
        } catch (InvalidText refused) {
            assertThat(refused).hasMessageNotContaining("\n");
        }
    }

    private static void assertThatIsRefused(String text, String message) {
        assertThatExceptionOfType(InvalidText.class)
                .isThrownBy(() -> DisplayName.parse(text))
                .withMessage(message);
    }
}
