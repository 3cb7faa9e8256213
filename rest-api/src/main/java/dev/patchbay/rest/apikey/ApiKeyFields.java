package dev.patchbay.rest.apikey;

import dev.patchbay.rest.request.Field;
import dev.patchbay.rest.request.Fields;
import dev.patchbay.rest.request.Timestamps;
import dev.patchbay.shared.apikey.Permission;
import dev.patchbay.shared.text.DisplayName;
import dev.patchbay.shared.text.InvalidText;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a body says about a key to be issued. */
record ApiKeyFields(
        DisplayName name,
        Set<Permission> permissions,
        @Nullable Long projectId,
        @Nullable Instant expiresAt) {

    static ApiKeyFields of(Fields fields, Instant now) {
        Field<DisplayName> name = fields.requiredText("name", DisplayName::parse);
        Set<Permission> permissions = permissions(fields);
        Field<Long> project = fields.nullableInteger("project_id", Long.MIN_VALUE, Long.MAX_VALUE);
        Field<Instant> expiresAt = fields.nullableText("expires_at", text -> future(text, now));
        fields.check();
        return new ApiKeyFields(name.get(), permissions, project.value(), expiresAt.value());
    }

    private static Set<Permission> permissions(Fields fields) {
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        JsonNode words = fields.raw("permissions").orElse(null);
        if (words == null || (words.isArray() && words.isEmpty())) {
            fields.wrong("permissions", "can't be blank");
        } else if (!words.isArray()) {
            fields.wrong("permissions", "must be an array of strings");
        } else {
            for (JsonNode word : words) {
                Optional<Permission> permission = Permission.of(word.stringValue(""));
                if (permission.isEmpty()) {
                    fields.wrong("permissions", "must be of read, write, delete and admin");
                    break;
                }
                if (!permissions.add(permission.get())) {
                    fields.wrong("permissions", "must not contain duplicates");
                    break;
                }
            }
        }
        return permissions;
    }

    private static Instant future(String text, Instant now) throws InvalidText {
        Instant instant = Timestamps.parse(text);
        if (!instant.isAfter(now)) {
            throw new InvalidText("must be in the future");
        }
        return instant;
    }
}
