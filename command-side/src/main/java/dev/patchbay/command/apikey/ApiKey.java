package dev.patchbay.command.apikey;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.markDeleted;

import dev.patchbay.command.project.Projects;
import dev.patchbay.shared.apikey.ApiKeyCommand.IssueApiKey;
import dev.patchbay.shared.apikey.ApiKeyCommand.RevokeApiKey;
import dev.patchbay.shared.apikey.ApiKeyId;
import dev.patchbay.shared.apikey.ApiKeyIssued;
import dev.patchbay.shared.apikey.ApiKeyRevoked;
import dev.patchbay.shared.apikey.Permission;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/** What lets a client act for an account; the secret itself is kept elsewhere. */
@Aggregate
class ApiKey {

    @AggregateIdentifier
    private ApiKeyId id;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void decide(IssueApiKey command, Projects projects) {
        if (command.project() != null) {
            projects.requireThere(command.project(), command.account().value());
        }
        apply(new ApiKeyIssued(
                command.id().value(),
                command.account().value(),
                command.prefix(),
                command.name().value(),
                command.permissions().stream().sorted().map(Permission::word).toList(),
                command.project() == null ? null : command.project().value(),
                command.expiresAt()));
    }

    @CommandHandler
    void decide(RevokeApiKey command) {
        apply(new ApiKeyRevoked(id.value()));
    }

    @EventSourcingHandler
    void evolve(ApiKeyIssued event) {
        id = new ApiKeyId(event.apiKeyId());
    }

    @EventSourcingHandler
    void evolve(ApiKeyRevoked event) {
        markDeleted();
    }

    ApiKey() {}
}
