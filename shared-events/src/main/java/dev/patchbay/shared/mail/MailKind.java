package dev.patchbay.shared.mail;

import java.util.Arrays;

/** Why a mail is sent. */
public enum MailKind {
    /** Somebody was given access. */
    WELCOME("welcome"),
    /** Somebody wants to see that an address can send. */
    TEST("test");

    private final String word;

    MailKind(String word) {
        this.word = word;
    }

    /** The kind that is stored under this word. */
    public static MailKind of(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no kind of mail is called " + word));
    }

    public String word() {
        return word;
    }
}
