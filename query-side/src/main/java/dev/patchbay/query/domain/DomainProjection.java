package dev.patchbay.query.domain;

import dev.patchbay.query.Recorded;
import dev.patchbay.query.Timeline;
import dev.patchbay.query.Views;
import dev.patchbay.shared.domain.DomainAdded;
import dev.patchbay.shared.domain.DomainChecked;
import dev.patchbay.shared.domain.DomainDeleted;
import dev.patchbay.shared.domain.DomainStatus;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/** Keeps the domains and what was found out about them. */
@Component
@ProcessingGroup("views")
final class DomainProjection {

    private final Timeline domains;

    DomainProjection(Views views) {
        domains = views.timeline(
                "domain",
                List.of("id"),
                List.of(
                        "account_id",
                        "uuid",
                        "name",
                        "ownership_text",
                        "spf_text",
                        "dkim_selector",
                        "dkim_text",
                        "mail_host",
                        "status",
                        "ownership",
                        "spf",
                        "dkim",
                        "mx",
                        "next_check_at",
                        "created",
                        "created_at",
                        "updated_at"));
    }

    @EventHandler
    void on(DomainAdded event, Recorded recorded) {
        String now = recorded.at().toString();
        domains.open(
                recorded,
                event.domainId(),
                event.accountId(),
                event.uuid(),
                event.name(),
                event.ownershipText(),
                event.spfText(),
                event.dkimSelector(),
                event.dkimText(),
                event.mailHost(),
                DomainStatus.PENDING.word(),
                null,
                null,
                null,
                null,
                event.nextCheckAt().toEpochMilli(),
                recorded.position(),
                now,
                now);
    }

    @EventHandler
    void on(DomainChecked event, Recorded recorded) {
        domains.change(
                recorded,
                event.domainId(),
                "status, ownership, spf, dkim, mx, next_check_at, updated_at",
                event.domainStatus(),
                event.ownership(),
                event.spf(),
                event.dkim(),
                event.mx(),
                event.nextCheckAt() == null ? null : event.nextCheckAt().toEpochMilli(),
                recorded.at().toString());
    }

    @EventHandler
    void on(DomainDeleted event, Recorded recorded) {
        domains.close(recorded, event.domainId());
    }
}
