package dev.patchbay.shared.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {

    static String[] codes() {
        return Locale.getISOLanguages();
    }

    @ParameterizedTest
    @CsvSource({"lt,lt", "LT,lt", "' en ',en", "en-gb,en-GB", "EN-GB,en-GB", "es-419,es-419", "iw,he"})
    void is_written_in_one_way(String text, String tag) throws InvalidText {
        assertThat(Language.parse(text)).hasToString(tag);
    }

    @ParameterizedTest
    @MethodSource("codes")
    void may_be_any_that_has_a_code_of_two_letters(String code) throws InvalidText {
        assertThat(Language.parse(code).tag()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "english",
                "lit",
                "qq",
                "und",
                "e",
                "en_GB",
                "en-",
                "en GB",
                "\u0130t",
                "zh-yue",
                "i-klingon",
                "x-private",
                "sr-Latn",
                "sl-rozaj",
                "en-u-ca-buddhist",
                "en-x-twain",
                "e\u0000n",
                "\uD800"
            })
    void is_a_code_and_perhaps_a_region_and_nothing_else(String text) {
        assertThatIsRefused(text, "is invalid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\r\n", "\u00A0"})
    void is_not_blank(String text) {
        assertThatIsRefused(text, "can't be blank");
    }

    @Test
    void is_refused_however_long_it_is() {
        assertThatIsRefused("en-x" + "-twain".repeat(100_000), "is invalid");
        assertThatIsRefused("e".repeat(1_000_000), "is invalid");
    }

    @Property(tries = 500)
    void is_read_again_as_what_it_was_or_refused_but_never_fails(@ForAll String text) throws InvalidText {
        try {
            Language language = Language.parse(text);
            assertThat(Language.parse(language.tag())).isEqualTo(language);
        } catch (InvalidText refused) {
            assertThat(refused).hasMessageMatching("can't be blank|is invalid");
        }
    }

    private static void assertThatIsRefused(String text, String message) {
        assertThatExceptionOfType(InvalidText.class)
                .isThrownBy(() -> Language.parse(text))
                .withMessage(message);
    }
}
