package dev.patchbay.rest.domain;

import dev.patchbay.rest.identity.Workspace;
import dev.patchbay.shared.domain.DnsRecords;
import dev.patchbay.shared.domain.DomainName;
import dev.patchbay.shared.domain.DomainView;
import dev.patchbay.shared.domain.Finding;
import dev.patchbay.shared.domain.Findings;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** A domain as it is answered, with all that its name servers must say. */
record DomainShape(
        UUID id,
        UUID workspaceId,
        String domain,
        String status,
        List<RecordShape> records,
        Instant createdAt,
        Instant updatedAt) {

    /** A record to publish, and whether it was found when last looked for. */
    record RecordShape(String purpose, String type, String host, String value, boolean verified) {}

    static DomainShape of(DomainView view) {
        return new DomainShape(
                view.uuid(),
                Workspace.of(view.accountId()),
                view.name().value(),
                view.status(),
                records(view),
                view.createdAt(),
                view.updatedAt());
    }

    private static List<RecordShape> records(DomainView view) {
        DnsRecords records = view.records();
        DomainName name = view.name();
        return List.of(
                new RecordShape(
                        "ownership",
                        "TXT",
                        records.ownershipHost(name),
                        records.ownershipText(),
                        is(view, Findings::ownership)),
                new RecordShape("spf", "TXT", name.value(), records.spfText(), is(view, Findings::spf)),
                new RecordShape("dkim", "TXT", records.dkimHost(name), records.dkimText(), is(view, Findings::dkim)),
                new RecordShape("mx", "MX", name.value(), "10 " + records.mailHost(), is(view, Findings::mx)));
    }

    private static boolean is(DomainView view, Function<Findings, Finding> record) {
        Findings findings = view.findings();
        return findings != null && record.apply(findings) == Finding.VERIFIED;
    }
}
