package dev.patchbay.shared.claim;

import dev.patchbay.shared.Personal;
import org.axonframework.serialization.Revision;

/** From now on this agent, team or role, and no other of its kind in the account, goes by the name. */
@Revision("1")
public record NameClaimed(
        long accountId, String kind, @Personal String name, long holderId) implements NameEvent {}
