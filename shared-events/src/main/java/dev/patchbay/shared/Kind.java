package dev.patchbay.shared;

/** The kinds of things that are numbered from 1, each on its own. */
public enum Kind {
    ACCOUNT("account"),
    API_KEY("api_key"),
    CALL("call"),
    MAIL("mail"),
    OPERATOR("operator"),
    PROJECT("project"),
    VIRTUAL_NUMBER("virtual_number");

    private final String word;

    Kind(String word) {
        this.word = word;
    }

    /** The identifier of the stream in the log, unique across all kinds, such as {@code operator-42}. */
    public String stream(long id) {
        return word + "-" + id;
    }
}
