package dev.patchbay.rest.virtualnumber;

import dev.patchbay.rest.settings.ApiSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The numbers that can be had, as the installation's own file lists them; read once, at the start. */
@Component
final class Inventory {
    private static final List<String> NEEDED = List.of("phone_number", "country_code", "number_type");

    private final List<JsonNode> entries;

    Inventory(ApiSettings settings) {
        this.entries = read(settings.inventoryFile());
    }

    /** The entries of a country and a type, in the order of the file. */
    List<JsonNode> entries(String country, String numberType) {
        return entries.stream()
                .filter(entry -> text(entry, "country_code").equalsIgnoreCase(country))
                .filter(entry -> text(entry, "number_type").equals(numberType))
                .toList();
    }

    static String phoneNumber(JsonNode entry) {
        return text(entry, "phone_number");
    }

    private static List<JsonNode> read(@Nullable Path file) {
        if (file == null) {
            return List.of();
        }
        try {
            JsonNode json = JsonMapper.shared().readTree(Files.readAllBytes(file));
            List<JsonNode> entries = new ArrayList<>();
            json.forEach(entries::add);
            if (!json.isArray() || !entries.stream().allMatch(Inventory::isEntry)) {
                throw unusable(file, "must be a JSON array of objects with the texts " + NEEDED, null);
            }
            return List.copyOf(entries);
        } catch (IOException | JacksonException e) {
            throw unusable(file, "cannot be read", e);
        }
    }

    private static boolean isEntry(JsonNode entry) {
        return entry.isObject()
                && NEEDED.stream().allMatch(name -> entry.path(name).isString());
    }

    private static String text(JsonNode entry, String name) {
        return entry.path(name).stringValue("");
    }

    private static IllegalArgumentException unusable(Path file, String why, @Nullable Exception cause) {
        return new IllegalArgumentException("patchbay.inventory-file " + file + " " + why, cause);
    }
}
