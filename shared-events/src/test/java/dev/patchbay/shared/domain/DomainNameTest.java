package dev.patchbay.shared.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.patchbay.shared.text.InvalidText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DomainNameTest {

    @ParameterizedTest
    @CsvSource({
        "example.lt, example.lt",
        "' Mail.Example.LT. ', mail.example.lt",
        "žalgiris.lt, xn--algiris-cxb.lt",
        "ŽALGIRIS.lt, xn--algiris-cxb.lt",
        "xn--algiris-cxb.lt, xn--algiris-cxb.lt",
        "straße.de, xn--strae-oqa.de",
        "例え.jp, xn--r8jz45g.jp",
        "a.b.c.d.example, a.b.c.d.example"
    })
    void is_read_as_name_servers_know_it(String written, String name) throws InvalidText {
        assertThat(DomainName.parse(written)).hasToString(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "localhost",
                "a..lt",
                ".lt",
                "a.lt..",
                "-a.lt",
                "a-.lt",
                "a_b.lt",
                "a b.lt",
                "192.0.2.1",
                "a.1",
                "[::1]",
                "https://a.lt",
                "a.lt/x",
                "x@a.lt",
                "a.lt:53",
                "a\nb.lt",
                "xn--a.lt",
                "*.a.lt"
            })
    void is_refused_when_it_is_none(String written) {
        assertThatExceptionOfType(InvalidText.class).isThrownBy(() -> DomainName.parse(written));
    }

    @Test
    void leaves_room_for_what_is_put_before_it() throws InvalidText {
        String longest = ("a".repeat(43) + ".").repeat(4) + "abcd";

        assertThat(DomainName.parse(longest)).hasToString(longest);
        assertThatExceptionOfType(InvalidText.class).isThrownBy(() -> DomainName.parse("a" + longest));
    }
}
