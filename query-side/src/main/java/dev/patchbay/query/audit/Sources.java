package dev.patchbay.query.audit;

import dev.patchbay.query.Views;
import dev.patchbay.shared.Kind;
import dev.patchbay.shared.Which;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the streams of things by what clients know them by, also of those that are gone. */
@Component
final class Sources {

    private final Views views;

    Sources(Views views) {
        this.views = views;
    }

    Optional<Source> of(Kind kind, Which which) {
        UUID uuid = which.uuid();
        return uuid == null
                ? Optional.ofNullable(which.number()).map(number -> new Source(kind, number))
                : of(kind, uuid);
    }

    /** The thing of a kind that clients would write like this; none when they never would. */
    Optional<Source> named(@Nullable Kind kind, String id) {
        if (kind == null) {
            return Optional.empty();
        }
        try {
            return Subjects.of(kind).isKnownByUuid()
                    ? of(kind, UUID.fromString(id))
                    : Optional.of(new Source(kind, Long.parseLong(id)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<Source> of(Kind kind, UUID uuid) {
        return views.asOf(0, Subjects.of(kind).numbered())
                .param("uuid", uuid.toString())
                .query(Long.class)
                .optional()
                .map(number -> new Source(kind, number));
    }
}
