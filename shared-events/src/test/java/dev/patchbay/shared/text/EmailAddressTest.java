package dev.patchbay.shared.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada@example.lt",
                "Ada.King+calls@Example.LT",
                "o'brien@example.lt",
                "ada@xn--mgbh0fb.example",
                "ąda@žodis.lt",
                "\"a@b\"@example.lt"
            })
    void is_kept_as_it_is(String text) throws InvalidText {
        assertThat(EmailAddress.parse(text)).hasToString(text);
    }

    @Test
    void loses_the_blanks_around_it() throws InvalidText {
        assertThat(EmailAddress.parse("\u00A0 ada@example.lt\n")).isEqualTo(new EmailAddress("ada@example.lt"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "ada",
                "@",
                "@example.lt",
                "ada@",
                "ada@example",
                "ada@localhost",
                "ada@[192.0.2.1]",
                "ada@-example.lt",
                "ada@example.lt.",
                "ada@exam_ple.lt",
                "a..da@example.lt",
                ".ada@example.lt",
                "a da@example.lt",
                "ada@example.lt,bob@example.lt",
                "ada@example.lt bob@example.lt",
                "Ada <ada@example.lt>",
                "<ada@example.lt>",
                "(Ada)ada@example.lt",
                "ada@example.lt(Ada)"
            })
    void is_one_bare_address(String text) {
        assertThatIsRefused(text, "is invalid");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a\u00A0da@example.lt", "a\u200Bda@example.lt", "\u202Aada@example.lt", "ada\u2028@example.lt"})
    void hides_nothing(String text) {
        assertThatIsRefused(text, "is invalid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000da@example.lt", "a\uD800da@example.lt", "a\r\nBcc: bob@example.lt"})
    void has_no_control_characters_and_no_half_characters(String text) {
        assertThatExceptionOfType(InvalidText.class).isThrownBy(() -> EmailAddress.parse(text));
    }

    @Test
    void is_as_long_as_the_parts_of_an_address_may_be() throws InvalidText {
        String longest = "a".repeat(64) + "@" + "b".repeat(63) + ".lt";

        assertThat(EmailAddress.parse(longest)).hasToString(longest);
        assertThatIsRefused("a" + longest, "is invalid");
        assertThatIsRefused("a@" + "b".repeat(64) + ".lt", "is invalid");
        assertThatIsRefused("a@" + "b.".repeat(10_000_000) + "lt", "is invalid");
    }

    @Property(tries = 500)
    void is_read_again_as_what_it_was_or_refused_but_never_fails(@ForAll String local, @ForAll String domain)
            throws InvalidText {
        try {
            EmailAddress address = EmailAddress.parse(local + "@" + domain + ".lt");
            assertThat(EmailAddress.parse(address.value())).isEqualTo(address);
        } catch (InvalidText refused) {
            assertThat(refused).hasMessageNotContaining("\n");
        }
    }

    private static void assertThatIsRefused(String text, String message) {
        assertThatExceptionOfType(InvalidText.class)
                .isThrownBy(() -> EmailAddress.parse(text))
                .withMessage(message);
    }
}
