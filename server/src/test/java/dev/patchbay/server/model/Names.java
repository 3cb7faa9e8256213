package dev.patchbay.server.model;

import java.util.List;

/** Names whose initials and order are known. */
final class Names {

    /**
     * A name.
     *
     * @param rank its place in lists; the same for those that lists do not tell apart
     */
    record Known(String written, String initials, int rank) {}

    static final List<Known> KNOWN = List.of(
            new Known("ada lovelace", "AL", 0),
            new Known("Ada Lovelace", "AL", 0),
            new Known("Áda Lovelace", "ÁL", 1),
            new Known("bob", "BO", 2),
            new Known("Émile", "ÉM", 3),
            new Known("Greta van der Hall", "GH", 4),
            new Known("Operator", "OP", 5),
            new Known("x", "X", 6),
            new Known("Zoe Muller", "ZM", 7),
            new Known("Zoë Müller", "ZM", 8),
            new Known("李小龙", "李小", 9));

    private Names() {}

    static String initials(String name) {
        return known(name).initials();
    }

    static int rank(String name) {
        return known(name).rank();
    }

    private static Known known(String name) {
        return KNOWN.stream()
                .filter(known -> known.written().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nothing is known about " + name));
    }
}
