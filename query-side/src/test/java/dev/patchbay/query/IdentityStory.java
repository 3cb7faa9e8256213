package dev.patchbay.query;

import dev.patchbay.shared.Event;
import dev.patchbay.shared.Moment;
import dev.patchbay.shared.Query;
import dev.patchbay.shared.Slice;
import dev.patchbay.shared.Which;
import dev.patchbay.shared.assistant.AssistantCreated;
import dev.patchbay.shared.assistant.AssistantDeleted;
import dev.patchbay.shared.assistant.AssistantDescriptionChanged;
import dev.patchbay.shared.assistant.AssistantQuery.FindAssistant;
import dev.patchbay.shared.assistant.AssistantQuery.ListAssistants;
import dev.patchbay.shared.assistant.AssistantRenamed;
import dev.patchbay.shared.domain.DomainAdded;
import dev.patchbay.shared.domain.DomainChecked;
import dev.patchbay.shared.domain.DomainDeleted;
import dev.patchbay.shared.domain.DomainQuery.FindDomain;
import dev.patchbay.shared.domain.DomainQuery.FindNextCheck;
import dev.patchbay.shared.domain.DomainQuery.ListDomains;
import dev.patchbay.shared.domain.DomainQuery.ListDomainsToCheck;
import dev.patchbay.shared.identity.ApprovalChannelChanged;
import dev.patchbay.shared.identity.AutoApprovalDisabled;
import dev.patchbay.shared.identity.AutoApprovalEnabled;
import dev.patchbay.shared.identity.ColdSendingAllowed;
import dev.patchbay.shared.identity.ColdSendingForbidden;
import dev.patchbay.shared.identity.HtmlSignatureChanged;
import dev.patchbay.shared.identity.IdentityAssistantChanged;
import dev.patchbay.shared.identity.IdentityCreated;
import dev.patchbay.shared.identity.IdentityDeleted;
import dev.patchbay.shared.identity.IdentityQuery.FindIdentity;
import dev.patchbay.shared.identity.IdentityQuery.IsDomainUsed;
import dev.patchbay.shared.identity.IdentityQuery.ListIdentities;
import dev.patchbay.shared.identity.IdentityQuery.ListIdentitiesOfAssistant;
import dev.patchbay.shared.identity.IdentityRenamed;
import dev.patchbay.shared.identity.IdentityResumed;
import dev.patchbay.shared.identity.IdentityStatus;
import dev.patchbay.shared.identity.IdentitySuspended;
import dev.patchbay.shared.identity.ReplyAddressChanged;
import dev.patchbay.shared.identity.TextSignatureChanged;
import dev.patchbay.shared.identity.ThreadHistoryDepthChanged;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Domains, assistants and identities from their beginning to their end. */
public final class IdentityStory {

    public static final UUID DOMAIN = UUID.fromString("0f8fad5b-d9cb-469f-a165-70867728950e");
    public static final UUID ASSISTANT = UUID.fromString("5b2c1d0e-8f4a-4b6c-9d3e-2a1f0e9d8c7b");
    public static final UUID IDENTITY = UUID.fromString("7c9e6679-7425-40de-944b-e07fc1f90ae7");

    private static final Instant NOON = Instant.parse("2026-03-29T12:00:00Z");

    private IdentityStory() {}

    static List<Event> events() {
        return List.of(
                domain(31, DOMAIN, "example.lt"),
                domain(32, UUID.fromString("0f8fad5b-d9cb-469f-a165-70867728950f"), "example.lv"),
                new DomainChecked(31, "verified", "missing", "different", "unanswered", "pending", NOON, NOON),
                new DomainChecked(31, "verified", "verified", "verified", "verified", "verified", NOON, null),
                new AssistantCreated(51, 1, ASSISTANT.toString(), "Front office", null),
                new AssistantRenamed(51, "Office"),
                new AssistantDescriptionChanged(51, "Answers."),
                identity(41, IDENTITY, "ada"),
                identity(42, UUID.fromString("7c9e6679-7425-40de-944b-e07fc1f90ae8"), "bob"),
                new IdentityRenamed(41, "Ada King"),
                new IdentityAssistantChanged(41, 51L),
                new IdentityAssistantChanged(42, 51L),
                new ReplyAddressChanged(41, "desk@example.lt"),
                new TextSignatureChanged(41, "A. King"),
                new HtmlSignatureChanged(41, "<i>A. King</i>"),
                new ThreadHistoryDepthChanged(41, 0),
                new ApprovalChannelChanged(41, "{\"type\":\"slack\"}"),
                new ColdSendingAllowed(41),
                new ColdSendingForbidden(41),
                new AutoApprovalEnabled(41),
                new AutoApprovalDisabled(41),
                new IdentitySuspended(41),
                new IdentitySuspended(42),
                new IdentityResumed(41),
                new AssistantDeleted(51),
                new IdentityAssistantChanged(41, null),
                new IdentityAssistantChanged(42, null),
                new IdentityDeleted(41, "ada@example.lt"),
                new DomainDeleted(32, "example.lv"));
    }

    static List<Query<?>> questions(Moment moment) {
        Slice slice = new Slice(1, 1);
        return List.of(
                new FindDomain(Which.numbered(31), 1, moment),
                new FindDomain(Which.known(DOMAIN), 1, moment),
                new FindDomain(Which.known(DOMAIN), 2, moment),
                new ListDomains(1, slice, moment),
                new ListDomainsToCheck(2, 1, Set.of(), NOON.plusSeconds(3600), moment),
                new ListDomainsToCheck(9, 9, Set.of(32L, 33L), NOON.plusSeconds(3600), moment),
                new FindNextCheck(NOON, moment),
                new FindNextCheck(NOON.plusSeconds(3600), moment),
                new FindAssistant(Which.numbered(51), 1, moment),
                new FindAssistant(Which.known(ASSISTANT), 1, moment),
                new ListAssistants(1, new Slice(20, 0), moment),
                new FindIdentity(Which.numbered(41), 1, moment),
                new FindIdentity(Which.known(IDENTITY), 1, moment),
                new ListIdentities(1, null, null, slice, moment),
                new ListIdentities(1, DOMAIN, null, new Slice(20, 0), moment),
                new ListIdentities(1, DOMAIN, IdentityStatus.SUSPENDED, new Slice(20, 0), moment),
                new IsDomainUsed(31, moment),
                new ListIdentitiesOfAssistant(51, moment));
    }

    public static DomainAdded domain(long id, UUID uuid, String name) {
        return new DomainAdded(
                id,
                1,
                uuid.toString(),
                name,
                "patchbay-verification=4f2a",
                "v=spf1 include:spf.example.lt ~all",
                "patchbay",
                "v=DKIM1; p=MIIB",
                "mail.example.lt",
                NOON.plusSeconds(60));
    }

    public static IdentityCreated identity(long id, UUID uuid, String localPart) {
        return new IdentityCreated(
                id,
                1,
                uuid.toString(),
                31,
                localPart,
                localPart + "@example.lt",
                "Ada",
                null,
                null,
                null,
                null,
                10,
                "{}",
                false,
                false);
    }
}
