package dev.patchbay.server.model;

import java.util.List;

/** What there is of which. */
enum Kind {
    OPERATOR("/operators", 8),
    NUMBER("/virtual_numbers", 6),
    PROJECT("/projects", 4),
    KEY("/api_keys", 10);

    static final List<Kind> ALL = List.of(values());

    final String path;

    /** How many an account may have in a world that is still small. */
    final int most;

    Kind(String path, int most) {
        this.path = path;
        this.most = most;
    }
}
