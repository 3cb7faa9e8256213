package dev.patchbay.shared.call;

import dev.patchbay.shared.text.Texts;
import dev.patchbay.shared.virtualnumber.VirtualNumberId;

/** The external id of a call as something that is taken once for each virtual number. */
public record CallReferenceId(VirtualNumberId virtualNumber, ExternalId externalId) {

    /** External ids may hold anything, so the stream is named by their SHA-256 digest. */
    @Override
    public String toString() {
        return "call_reference-" + virtualNumber.value() + "-" + Texts.digest(externalId.value());
    }
}
