package dev.patchbay.server.model;

import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The parts of a path, and what follows the question mark. */
record Path(List<String> parts, String query) {

    private static final Set<String> WORDS = Set.of(
            "operators", "virtual_numbers", "projects", "api_keys", "purchase", "add_operator", "remove_operator");

    static Path of(String text) {
        String[] halves = text.split("\\?", 2);
        return new Path(List.of(halves[0].substring(1).split("/", -1)), halves.length == 1 ? "" : halves[1]);
    }

    int size() {
        return parts.size();
    }

    String root() {
        return parts.getFirst();
    }

    /** The word after the first id, if there is any. */
    String branch() {
        return size() > 2 ? parts.get(2) : "";
    }

    long id(int part) {
        return Long.parseLong(parts.get(part));
    }

    @Nullable
    String parameter(String name) {
        for (String pair : query.split("&", -1)) {
            if (pair.startsWith(name + "=")) {
                return pair.substring(name.length() + 1);
            }
        }
        return null;
    }

    void requireIds() {
        for (String part : parts) {
            if (!WORDS.contains(part) && !isId(part)) {
                throw Answer.Refused.notFound();
            }
        }
    }

    private static boolean isId(String part) {
        return part.matches("[1-9][0-9]*") && new BigInteger(part).bitLength() < 64;
    }
}
