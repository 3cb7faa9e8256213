package dev.patchbay.rest.virtualnumber;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.rest.answer.Json;
import dev.patchbay.rest.settings.ApiSettings;
import dev.patchbay.rest.settings.RateLimit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InventoryTest {
    private static final String ENTRY =
            "{\"phone_number\":\"+15558675309\",\"country_code\":\"US\",\"number_type\":\"local\","
                    + "\"upfront_cost\":\"1.00\",\"monthly_cost\":\"1.15\",\"features\":[\"sms\",\"voice\"],"
                    + "\"region_information\":[{\"region_type\":\"state\",\"region_name\":\"California\"}]}";

    @TempDir
    Path directory;

    @Test
    void gives_back_what_the_file_says() throws IOException {
        Inventory inventory = inventory("[" + ENTRY + "]");

        assertThat(inventory.numbers("us", "local"))
                .singleElement()
                .satisfies(number -> assertThat(Json.write(number)).isEqualTo(ENTRY));
        assertThat(inventory.numbers("US", "mobile")).isEmpty();
        assertThat(inventory.numbers("LT", "local")).isEmpty();
    }

    @Test
    void takes_entries_that_say_only_what_is_needed() throws IOException {
        Inventory inventory = inventory(
                "[{\"phone_number\":\"(555) 867-5309\",\"country_code\":\"us\",\"number_type\":\"local\",\"more\":1}]");

        assertThat(Json.write(inventory.numbers("US", "local").getFirst()))
                .isEqualTo("{\"phone_number\":\"+15558675309\",\"country_code\":\"US\",\"number_type\":\"local\","
                        + "\"upfront_cost\":null,\"monthly_cost\":null,\"features\":[],\"region_information\":[]}");
    }

    @Test
    void is_empty_without_a_file() {
        assertThat(new Inventory(settings(null)).numbers("US", "mobile")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{}",
                "",
                "null",
                "[null]",
                "7",
                "[7]",
                "[{}]",
                "[{\"phone_number\":\"+15558675309\",\"country_code\":\"US\"}]",
                "[{\"phone_number\":\"12\",\"country_code\":\"US\",\"number_type\":\"local\"}]",
                "[{\"phone_number\":\"+15558675309\",\"country_code\":\"XX\",\"number_type\":\"local\"}]",
                "[{\"phone_number\":\"+15558675309\",\"country_code\":\"US\",\"number_type\":\"fixed\"}]"
            })
    void stops_the_start_when_the_file_is_no_inventory(String file) {
        assertThatThrownBy(() -> inventory(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("patchbay.inventory-file");
    }

    @Test
    void stops_the_start_when_the_file_is_not_there() {
        assertThatThrownBy(() -> new Inventory(settings(directory.resolve("none.json"))))
                .hasMessageContaining("patchbay.inventory-file cannot be read");
    }

    private Inventory inventory(String content) throws IOException {
        return new Inventory(settings(Files.writeString(directory.resolve("inventory.json"), content)));
    }

    private static ApiSettings settings(Path file) {
        return new ApiSettings(
                "US",
                file,
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                new ApiSettings.Rate(new RateLimit(0, Map.of())));
    }
}
