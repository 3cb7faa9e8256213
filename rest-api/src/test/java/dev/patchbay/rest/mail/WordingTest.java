package dev.patchbay.rest.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordingTest {

    @Test
    void says_the_same_as_text_and_as_a_page() {
        Wording wording = new Wording("lt", List.of("Žalgiri & Co,", "pirma <b>eilutė</b>\nantra"));

        assertThat(wording.text()).isEqualTo("Žalgiri & Co,\n\npirma <b>eilutė</b>\nantra\n");
        assertThat(wording.html())
                .startsWith("<!doctype html>\n<html lang=\"lt\">")
                .contains("Žalgiri &amp; Co,</p>", "pirma &lt;b&gt;eilutė&lt;/b&gt;<br>\nantra</p>")
                .endsWith("</html>\n");
    }

    @Test
    void may_end_with_something_of_its_own() {
        assertThat(new Wording("en", List.of("Hi.")).html("<hr>")).contains("Hi.</p>\n<hr></div>");
    }
}
