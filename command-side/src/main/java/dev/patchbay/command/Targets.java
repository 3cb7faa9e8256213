package dev.patchbay.command;

import dev.patchbay.shared.Command;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.springframework.stereotype.Component;

/**
 * Finds the aggregate that decides where every command says it. Axon's own resolver would look among all members of the command, each
 * time, for annotations that say the same, and for a version that none has.
 */
@Component
class Targets implements CommandTargetResolver {

    @Override
    public VersionedAggregateIdentifier resolveTarget(CommandMessage<?> message) {
        Command command = (Command) message.getPayload();
        return new VersionedAggregateIdentifier(command.id(), null);
    }
}
