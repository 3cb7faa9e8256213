package dev.patchbay.rest.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.shared.text.DisplayName;
import dev.patchbay.shared.text.EmailAddress;
import dev.patchbay.shared.text.PhoneNumber;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class FieldsTest {

    @Test
    void collect_one_message_for_each_member_in_the_order_of_reading() {
        Fields fields = fields("{\"name\":\" \",\"phone_number\":\"12\",\"email\":\"x\",\"active\":1}");
        fields.requiredText("name", DisplayName::parse);
        fields.requiredText("phone_number", text -> PhoneNumber.parse(text, "US"));
        fields.nullableText("email", EmailAddress::parse);
        fields.flag("active");

        assertThatThrownBy(fields::check)
                .hasMessage("422 {\"errors\":[\"Name can't be blank\",\"Phone number is invalid\","
                        + "\"Email is invalid\",\"Active must be true or false\"]}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | Name can't be blank",
                "{'name':null} | Name can't be blank",
                "{'name':'  '} | Name can't be blank",
                "{'name':7} | Name must be a string",
                "{'name':['x']} | Name must be a string",
                "{'name':'\\u0000'} | Name contains characters that are not allowed",
                "{'name':'\\ud800'} | Name contains characters that are not allowed"
            })
    void say_what_is_wrong_with_a_required_text(String json, String message) {
        Fields fields = fields(json.replace('\'', '"'));
        fields.requiredText("name", DisplayName::parse);

        assertThatThrownBy(fields::check).hasMessageContaining("[\"" + message + "\"]");
    }

    @Test
    void refuse_a_name_of_256_characters_and_take_one_of_255_that_are_two_units_each() {
        assertThat(text("\uD83D\uDE00".repeat(255))).isEqualTo("");
        assertThat(text("x".repeat(256))).contains("Name is too long (maximum is 255 characters)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1 |",
                "10 |",
                "null |",
                "0 | must be between 1 and 10",
                "11 | must be between 1 and 10",
                "-9223372036854775809 | must be between 1 and 10",
                "1.0 | must be an integer",
                "1e3 | must be an integer",
                "true | must be an integer",
                "'5' | must be an integer"
            })
    void hold_integers_to_their_limits(String value, String message) {
        Fields fields = fields("{\"retention_days\":" + value.replace('\'', '"') + "}");
        fields.nullableInteger("retention_days", 1, 10);

        assertThat(problem(fields)).isEqualTo(message == null ? "" : "Retention days " + message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "0 |",
                "100 |",
                "75.5 |",
                "null |",
                "-0.1 | must be between 0 and 100",
                "1e400 | must be between 0 and 100",
                "'7' | must be a number"
            })
    void hold_numbers_to_their_limits(String value, String message) {
        Fields fields = fields("{\"quality_baseline_pct\":" + value.replace('\'', '"') + "}");
        fields.nullableNumber("quality_baseline_pct", 0, 100);

        assertThat(problem(fields)).isEqualTo(message == null ? "" : "Quality baseline pct " + message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | Retention days can't be blank",
                "{'retention_days':null} | Retention days can't be blank",
                "{'retention_days':0} | Retention days must be between 1 and 10",
                "{'retention_days':'1'} | Retention days must be an integer",
                "{'retention_days':7} |"
            })
    void need_an_integer_that_is_required(String json, String message) {
        Fields fields = fields(json.replace('\'', '"'));
        fields.requiredInteger("retention_days", 1, 10);

        assertThat(problem(fields)).isEqualTo(message == null ? "" : message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} |",
                "{'owner':{'name':'Jane','seconds':1}} |",
                "{'owner':null} | Owner must be an object",
                "{'owner':[]} | Owner must be an object",
                "{'owner':{}} | Owner name can't be blank",
                "{'owner':{'name':7,'seconds':0}} | Owner name must be a string",
                "{'owner':{'name':'Jane','seconds':0}} | Owner seconds must be between 1 and 10"
            })
    void count_an_object_as_one_member_that_owns_others(String json, String message) {
        Fields fields = fields(json.replace('\'', '"'));
        fields.object("owner", FieldsTest::owner);

        assertThat(problem(fields)).isEqualTo(message == null ? "" : message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[] |",
                "[{'name':'Jane'},{'name':'Bob'}] |",
                "null | Owners must be an array of objects",
                "{} | Owners must be an array of objects",
                "[{'name':'Jane'},7] | Owners must be an array of objects",
                "[{'name':'Jane'},{'name':' '},{}] | Owners name can't be blank",
                "[{},{},{}] | Owners name can't be blank",
                "[{},{},{},{}] | Owners must have at most 3 entries"
            })
    void count_a_list_of_objects_as_one_member(String json, String message) {
        Fields fields = fields("{\"owners\":" + json.replace('\'', '"') + "}");
        Field<List<String>> owners = fields.objects("owners", 3, FieldsTest::owner);

        assertThat(problem(fields)).isEqualTo(message == null ? "" : message);
        assertThat(owners.isValue()).isEqualTo(message == null);
    }

    private static Field<String> owner(Fields owner) {
        Field<String> name = owner.requiredText("name", DisplayName::parse).map(DisplayName::value);
        owner.nullableInteger("seconds", 1, 10);
        return name;
    }

    @Test
    void tell_null_from_what_is_not_there() {
        Fields fields = fields("{\"email\":null}");

        assertThat(fields.nullableText("email", EmailAddress::parse).given()).isTrue();
        assertThat(fields.nullableText("name", DisplayName::parse).given()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | operator_ids is required",
                "{'operator_ids':null} | operator_ids is required",
                "{'operator_ids':7} | operator_ids must be an array of integers",
                "{'operator_ids':{}} | operator_ids must be an array of integers",
                "{'operator_ids':[1,'2']} | operator_ids must be an array of integers",
                "{'operator_ids':[1.5]} | operator_ids must be an array of integers",
                "{'operator_ids':[9223372036854775808]} | operator_ids must be an array of integers",
                "{'operator_ids':[]} | operator_ids must name at least one operator",
                "{'operator_ids':[1,2,1]} | operator_ids must not contain duplicates"
            })
    void say_what_is_wrong_with_a_list_of_ids(String json, String message) {
        assertThatThrownBy(() -> References.list(fields(json.replace('\'', '"')), "operator_ids"))
                .hasMessage("422 {\"error\":\"" + message + "\"}");
    }

    @Test
    void take_a_thousand_ids_and_no_more() {
        assertThat(References.list(fields("{\"operator_ids\":[" + ids(1000) + "]}"), "operator_ids"))
                .hasSize(1000);
        assertThatThrownBy(() -> References.list(fields("{\"operator_ids\":[" + ids(1001) + "]}"), "operator_ids"))
                .hasMessageContaining("operator_ids must name at most 1000 operators");
    }

    private static String text(String name) {
        Fields fields = fields("{\"name\":\"" + name + "\"}");
        fields.requiredText("name", DisplayName::parse);
        return problem(fields);
    }

    private static String problem(Fields fields) {
        try {
            fields.check();
            return "";
        } catch (RuntimeException e) {
            return e.getMessage().replace("422 {\"errors\":[\"", "").replace("\"]}", "");
        }
    }

    private static Fields fields(String json) {
        return new Fields(JsonMapper.shared().readTree(json));
    }

    private static String ids(int count) {
        return String.join(
                ",",
                java.util.stream.IntStream.range(0, count)
                        .mapToObj(String::valueOf)
                        .toList());
    }
}
