package dev.patchbay.query.role;

import java.util.List;
import java.util.stream.Stream;

/** Permissions as a row holds them. */
public final class Permissions {

    private Permissions() {}

    public static List<String> of(String row) {
        return Stream.of(row.split(",", 0)).filter(word -> !word.isEmpty()).toList();
    }
}
