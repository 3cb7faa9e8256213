package dev.patchbay.shared;

import java.util.Arrays;

/** The kinds of things that are numbered from 1, each on its own. */
public enum Kind {
    ACCOUNT("account"),
    AGENT("agent"),
    API_KEY("api_key"),
    ASSISTANT("assistant"),
    CALL("call"),
    DOMAIN("domain"),
    IDENTITY("identity"),
    MAIL("mail"),
    OPERATOR("operator"),
    PROJECT("project"),
    REPLAY("replay"),
    ROLE("role"),
    TEAM("team"),
    VIRTUAL_NUMBER("virtual_number");

    private final String word;

    Kind(String word) {
        this.word = word;
    }

    /** As it is written in events and names of streams. */
    public String word() {
        return word;
    }

    /** The kind written like this; fails when there is none. */
    public static Kind of(String word) {
        return Arrays.stream(values())
                .filter(each -> each.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nothing is called " + word));
    }

    /** The identifier of the stream in the log, unique across all kinds, such as {@code operator-42}. */
    public String stream(long id) {
        return word + "-" + id;
    }
}
