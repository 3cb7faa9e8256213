package dev.patchbay.rest.virtualnumber;

import dev.patchbay.rest.settings.ApiSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** The numbers that can be had, as the installation's own file lists them; read once, at the start. */
@Component
final class Inventory {
    private static final JsonMapper READER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final List<AvailableNumber> numbers;

    Inventory(ApiSettings settings) {
        this.numbers = read(settings.inventoryFile());
    }

    /** The numbers of a country and a type, in the order of the file. */
    List<AvailableNumber> numbers(String country, String numberType) {
        return numbers.stream()
                .filter(number -> number.countryCode().equalsIgnoreCase(country))
                .filter(number -> number.numberType().equals(numberType))
                .toList();
    }

    private static List<AvailableNumber> read(@Nullable Path file) {
        if (file == null || file.toString().isBlank()) {
            return List.of();
        }
        try {
            JsonNode json = READER.readTree(Files.readAllBytes(file));
            if (!json.isArray()) {
                throw unusable(file, "it must be an array");
            }
            return json.valueStream().map(entry -> number(entry, file)).toList();
        } catch (IOException e) {
            throw new IllegalArgumentException("patchbay.inventory-file cannot be read: " + e);
        } catch (JacksonException e) {
            throw unusable(file, e.getOriginalMessage());
        }
    }

    private static AvailableNumber number(JsonNode entry, Path file) {
        if (!entry.isObject()) {
            throw unusable(file, "its entries must be objects");
        }
        return READER.treeToValue(entry, AvailableNumber.class);
    }

    private static IllegalArgumentException unusable(Path file, String why) {
        return new IllegalArgumentException("patchbay.inventory-file " + file + " is not an inventory: " + why);
    }
}
