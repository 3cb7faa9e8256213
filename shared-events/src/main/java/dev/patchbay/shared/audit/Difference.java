package dev.patchbay.shared.audit;

import java.util.List;

/**
 * How a thing at one position differs from itself at a later one.
 *
 * @param wasThere whether it was there at the first position, for whoever asks
 * @param isThere whether it was at the second
 */
public record Difference(boolean wasThere, boolean isThere, List<FieldChange> changes) {

    public Difference {
        changes = List.copyOf(changes);
    }
}
