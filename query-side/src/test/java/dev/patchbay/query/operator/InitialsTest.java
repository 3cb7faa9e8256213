package dev.patchbay.query.operator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InitialsTest {

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(textBlock = """
            Jane Doe, JD
            Operator, OP
            aldona petrauskaitė, AP
            X, X
            Anna Maria van der Berg, AB
            Anna-Maria, AN
            (Bob) "the" [Builder], BB
            Jane Doe -, JD
            - Jane, JA
            J. -, J
            O'Brien, OB
            3M Support, 3S
            ßeta Alpha, SSA
            éva örn, ÉÖ
            'e\u0301va o\u0308rn', ÉÖ
            \ud801\udc28abc \ud801\udc29, \ud801\udc00\ud801\udc01
            ǆuro, ǄU
            ﬁona, FIO
            अमर सिंह, अस
            山田 太郎, 山太
            '-- !!', ''
            '\ud83d\ude00', ''
            '\ud83d\ude00 Ann \ud83d\ude00', AN
            '\u00a0Ann\u2003Lee\u00a0', AL
            '', ''
            """)
    void a_name_gives_the_first_letters_of_its_first_and_last_word(String name, String initials) {
        assertThat(Initials.of(name)).isEqualTo(initials);
    }
}
