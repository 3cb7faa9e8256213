package dev.patchbay.shared;

import java.util.List;

/**
 * The entries asked for, and how many there are in all.
 *
 * @param <T> the view of one entry
 */
public record Listing<T>(List<T> entries, long total) {

    public Listing {
        entries = List.copyOf(entries);
    }
}
