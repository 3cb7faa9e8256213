package dev.patchbay.shared.mail;

/** How far a mail is. */
public enum MailStatus {
    /** It waits for its next attempt. */
    WAITING("waiting"),
    /** An attempt was begun whose outcome is not recorded yet. */
    ATTEMPTED("attempted"),
    SENT("sent"),
    FAILED("failed"),
    /** It may have been sent or not. */
    UNKNOWN("unknown"),
    /** The installation cannot send mail. */
    NOT_CONFIGURED("not_configured");

    private final String word;

    MailStatus(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
