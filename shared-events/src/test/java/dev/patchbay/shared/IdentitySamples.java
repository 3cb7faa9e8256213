package dev.patchbay.shared;

import dev.patchbay.shared.assistant.AssistantCreated;
import dev.patchbay.shared.assistant.AssistantDeleted;
import dev.patchbay.shared.assistant.AssistantDescriptionChanged;
import dev.patchbay.shared.assistant.AssistantRenamed;
import dev.patchbay.shared.domain.DomainAdded;
import dev.patchbay.shared.domain.DomainChecked;
import dev.patchbay.shared.domain.DomainDeleted;
import dev.patchbay.shared.identity.ApprovalChannelChanged;
import dev.patchbay.shared.identity.AutoApprovalDisabled;
import dev.patchbay.shared.identity.AutoApprovalEnabled;
import dev.patchbay.shared.identity.ColdSendingAllowed;
import dev.patchbay.shared.identity.ColdSendingForbidden;
import dev.patchbay.shared.identity.HtmlSignatureChanged;
import dev.patchbay.shared.identity.IdentityAssistantChanged;
import dev.patchbay.shared.identity.IdentityCreated;
import dev.patchbay.shared.identity.IdentityDeleted;
import dev.patchbay.shared.identity.IdentityRenamed;
import dev.patchbay.shared.identity.IdentityResumed;
import dev.patchbay.shared.identity.IdentitySuspended;
import dev.patchbay.shared.identity.ReplyAddressChanged;
import dev.patchbay.shared.identity.TextSignatureChanged;
import dev.patchbay.shared.identity.ThreadHistoryDepthChanged;
import java.time.Instant;
import java.util.stream.Stream;

/** Samples of what happens to identities and to what they need. */
final class IdentitySamples {

    private IdentitySamples() {}

    static Stream<Event> all() {
        return Stream.of(
                new AssistantCreated(51, 7, "5b2c1d0e-8f4a-4b6c-9d3e-2a1f0e9d8c7b", "Front office", "Answers first."),
                new AssistantRenamed(51, "Back office"),
                new AssistantDescriptionChanged(51, "Answers last."),
                new AssistantDeleted(51),
                new DomainAdded(
                        31,
                        7,
                        "0f8fad5b-d9cb-469f-a165-70867728950e",
                        "xn--algiris-cxb.lt",
                        "patchbay-verification=4f2a",
                        "v=spf1 include:spf.example.lt ~all",
                        "patchbay",
                        "v=DKIM1; k=rsa; p=MIIB",
                        "mail.example.lt",
                        Instant.parse("2026-11-20T10:01:00Z")),
                new DomainChecked(
                        31,
                        "verified",
                        "missing",
                        "different",
                        "unanswered",
                        "failed",
                        Instant.parse("2026-11-20T10:59:00Z"),
                        Instant.parse("2026-11-20T11:01:00Z")),
                new DomainDeleted(31, "xn--algiris-cxb.lt"),
                new IdentityCreated(
                        41,
                        7,
                        "7c9e6679-7425-40de-944b-e07fc1f90ae7",
                        31,
                        "ada",
                        "ada@example.lt",
                        "Ada Lovelace",
                        51L,
                        "answers@example.lt",
                        "Ada\nExample",
                        "<b>Ada</b>",
                        10,
                        "{\"type\":\"slack\"}",
                        true,
                        false),
                new IdentityRenamed(41, "Ada King"),
                new IdentityAssistantChanged(41, 52L),
                new ReplyAddressChanged(41, "desk@example.lt"),
                new TextSignatureChanged(41, "A. King"),
                new HtmlSignatureChanged(41, "<i>A. King</i>"),
                new ThreadHistoryDepthChanged(41, 0),
                new ApprovalChannelChanged(41, "{\"type\":\"email\"}"),
                new ColdSendingAllowed(41),
                new ColdSendingForbidden(41),
                new AutoApprovalEnabled(41),
                new AutoApprovalDisabled(41),
                new IdentitySuspended(41),
                new IdentityResumed(41),
                new IdentityDeleted(41, "ada@example.lt"));
    }
}
