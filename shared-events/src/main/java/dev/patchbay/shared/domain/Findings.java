package dev.patchbay.shared.domain;

import java.util.stream.Stream;

/** What a look-up of all records of a domain came to. */
public record Findings(Finding ownership, Finding spf, Finding dkim, Finding mx) {

    /** Whether every record is as it must be. */
    public boolean areGood() {
        return all().allMatch(finding -> finding == Finding.VERIFIED);
    }

    /** Whether a record is certainly not as it must be. */
    public boolean areBad() {
        return all().anyMatch(finding -> finding == Finding.MISSING || finding == Finding.DIFFERENT);
    }

    /** Those that are written like this. */
    public static Findings of(String ownership, String spf, String dkim, String mx) {
        return new Findings(Finding.of(ownership), Finding.of(spf), Finding.of(dkim), Finding.of(mx));
    }

    /** These, and where nobody answered what a look-up that began earlier came to. */
    public Findings over(Findings earlier) {
        return new Findings(
                ownership.over(earlier.ownership), spf.over(earlier.spf), dkim.over(earlier.dkim), mx.over(earlier.mx));
    }

    private Stream<Finding> all() {
        return Stream.of(ownership, spf, dkim, mx);
    }
}
