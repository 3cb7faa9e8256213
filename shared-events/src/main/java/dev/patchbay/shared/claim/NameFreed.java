package dev.patchbay.shared.claim;

import dev.patchbay.shared.Personal;
import org.axonframework.serialization.Revision;

/** From now on nobody of the kind goes by the name in the account. */
@Revision("1")
public record NameFreed(
        long accountId, String kind, @Personal String name, long holderId) implements NameEvent {}
