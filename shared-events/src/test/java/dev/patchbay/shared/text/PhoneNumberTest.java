package dev.patchbay.shared.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    static Set<String> regions() {
        return NUMBERS.getSupportedRegions();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    +37061234567           | LT | +37061234567
                    +370 (612) 34-567      | US | +37061234567
                    0037061234567          | LT | +37061234567
                    8 612 34567            | LT | +37061234567
                    0 612 34567            | LT | +37061234567
                    612 34567              | LT | +37061234567
                    (212) 555-0100         | US | +12125550100
                    650/253.0000           | US | +16502530000
                    +39 06 12345678        | LT | +390612345678
                    """)
    void is_read_in_international_and_in_local_form(String text, String region, String e164) throws InvalidText {
        assertThat(PhoneNumber.parse(text, region)).hasToString(e164);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+1 555 123 4567", "(555) 123-4567", "1-555-123-4567", "555 123 4567"})
    void may_be_one_that_is_set_aside_for_fiction(String text) throws InvalidText {
        assertThat(PhoneNumber.parse(text, "US")).isEqualTo(new PhoneNumber("+15551234567"));
    }

    @Test
    void may_have_a_fictitious_exchange_in_an_area_that_does_not_exist() throws InvalidText {
        assertThat(PhoneNumber.parse("+1 999 555 0123", "LT")).isEqualTo(new PhoneNumber("+19995550123"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+1 555 0100", "+1 555 123 45678", "+370 555 12345", "+44 555 123 456"})
    void is_no_fiction_because_there_is_a_555_in_it(String text) {
        assertThatIsRefused(text, "is invalid");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+1 650 253 0000 ext. 5",
                "+1 650 253 0000 x5",
                "+1 650 253 0000 #5",
                "+1 650 253 0000,5",
                "+1 650 253 0000~5",
                "tel:+16502530000;ext=5"
            })
    void has_no_extension(String text) {
        assertThatIsRefused(text, "is invalid");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "abc",
                "+",
                "-",
                "0",
                "112",
                "+370",
                "+370 612 3456",
                "+370 612 345678",
                "+999 123 456 789",
                "+0 612 34567",
                "+1 000 000 0000",
                "+370*61234567",
                "+370\u000061234567",
                "\uD800+37061234567",
                "+37061234567, +37061234568",
                "Ada +37061234567",
                "+37061234567 (Ada)",
                "<+37061234567>",
                "1-800-FLOWERS"
            })
    void is_nothing_but_a_number_that_can_be_dialled(String text) {
        assertThatIsRefused(text, "is invalid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\r\n", "\u00A0", "\u2007\u3000"})
    void is_not_blank(String text) {
        assertThatIsRefused(text, "can't be blank");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+\u0661\u0666\u0665\u0660\u0662\u0665\u0663\u0660\u0660\u0660\u0660",
                "\uFF0B\uFF11\uFF16\uFF15\uFF10\uFF12\uFF15\uFF13\uFF10\uFF10\uFF10\uFF10",
                "\u202A+1\u00A0650\u2011253\u20130000\u202C",
                "\u00A0+16502530000\u3000"
            })
    void may_be_written_in_the_digits_and_marks_of_any_script(String text) throws InvalidText {
        assertThat(PhoneNumber.parse(text, "LT")).hasToString("+16502530000");
    }

    @Test
    void is_refused_at_once_however_long_it_is() {
        assertThatIsRefused("1".repeat(10_000_000), "is invalid");
        assertThatIsRefused("+37061234567" + " ".repeat(53) + "0", "is invalid");
    }

    @ParameterizedTest
    @CsvSource({"+37061234567,LT", "+16502530000,US", "+14165550100,CA", "+15551234567,US", "+447700900123,GB"})
    void belongs_to_a_region(String e164, String region) {
        assertThat(new PhoneNumber(e164).region()).isEqualTo(region);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+80012345678", "+883510012345", "+870773111632"})
    void may_belong_to_no_region_at_all(String e164) throws InvalidText {
        PhoneNumber number = PhoneNumber.parse(e164, "LT");

        assertThat(number).hasToString(e164);
        assertThat(number.region()).isEqualTo("001");
        assertThat(regions()).noneMatch(number::sharesCallingCodeWith);
    }

    @Test
    void shares_its_calling_code_with_every_region_that_has_the_same() {
        PhoneNumber canadian = new PhoneNumber("+14165550100");

        assertThat(canadian.sharesCallingCodeWith("US")).isTrue();
        assertThat(canadian.sharesCallingCodeWith("CA")).isTrue();
        assertThat(canadian.sharesCallingCodeWith("LT")).isFalse();
        assertThat(canadian.sharesCallingCodeWith("ZZ")).isFalse();
    }

    @Test
    void knows_regions_in_any_case() throws InvalidText {
        assertThat(PhoneNumber.knownRegion(" lt ")).isEqualTo("LT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ZZ", "001", "LTU", "L\u0000"})
    void knows_no_other_regions(String text) {
        assertThatExceptionOfType(InvalidText.class)
                .isThrownBy(() -> PhoneNumber.knownRegion(text))
                .withMessage("is invalid");
    }

    @ParameterizedTest
    @MethodSource("regions")
    void is_read_from_every_form_in_which_a_region_writes_it(String region) throws InvalidText {
        Phonenumber.PhoneNumber example = NUMBERS.getExampleNumber(region);
        String e164 = NUMBERS.format(example, PhoneNumberFormat.E164);

        assertThat(PhoneNumber.parse(e164, "US")).hasToString(e164);
        assertThat(PhoneNumber.parse(NUMBERS.format(example, PhoneNumberFormat.INTERNATIONAL), "US"))
                .hasToString(e164);
        assertThat(PhoneNumber.parse(NUMBERS.format(example, PhoneNumberFormat.NATIONAL), region))
                .hasToString(e164);
    }

    @Property(tries = 500)
    void is_read_again_as_what_it_was_or_refused_but_never_fails(@ForAll String text) throws InvalidText {
        try {
            PhoneNumber number = PhoneNumber.parse(text, "US");
            assertThat(PhoneNumber.parse(number.e164(), "LT")).isEqualTo(number);
        } catch (InvalidText refused) {
            assertThat(refused).hasMessageMatching("can't be blank|is invalid");
        }
    }

    private static void assertThatIsRefused(String text, String message) {
        assertThatExceptionOfType(InvalidText.class)
                .isThrownBy(() -> PhoneNumber.parse(text, "LT"))
                .withMessage(message);
    }
}
