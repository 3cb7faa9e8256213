package dev.patchbay.shared.team;

import dev.patchbay.shared.Kind;

/** The number of a team. */
public record TeamId(long value) {
    @Override
    public String toString() {
        return Kind.TEAM.stream(value);
    }
}
