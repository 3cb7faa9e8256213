package dev.patchbay.shared.domain;

/** Whether mail may be sent from a domain. */
public enum DomainStatus {
    /** Its records are looked up now and then, until they are there. */
    PENDING("pending"),
    /** It may. */
    VERIFIED("verified"),
    /** A record was not as it must be when somebody asked, or when it was time. */
    FAILED("failed");

    private final String word;

    DomainStatus(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
