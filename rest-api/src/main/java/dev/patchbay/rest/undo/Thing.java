package dev.patchbay.rest.undo;

import dev.patchbay.rest.exchange.Exchange;
import dev.patchbay.shared.Kind;
import dev.patchbay.shared.Which;
import dev.patchbay.shared.apikey.ApiKeyCommand.RevokeApiKey;
import dev.patchbay.shared.apikey.ApiKeyId;
import dev.patchbay.shared.assistant.AssistantId;
import dev.patchbay.shared.assistant.AssistantQuery.FindAssistant;
import dev.patchbay.shared.audit.AuditEntry;
import dev.patchbay.shared.domain.DomainCommand.DeleteDomain;
import dev.patchbay.shared.domain.DomainId;
import dev.patchbay.shared.domain.DomainQuery.FindDomain;
import dev.patchbay.shared.identity.IdentityId;
import dev.patchbay.shared.identity.IdentityQuery.FindIdentity;
import dev.patchbay.shared.operator.OperatorId;
import dev.patchbay.shared.project.ProjectId;
import dev.patchbay.shared.virtualnumber.VirtualNumberId;
import java.util.Optional;
import java.util.UUID;

/** What a change was about, as clients know it: by a number, or by a UUID. */
record Thing(Kind kind, Object id) {

    Thing {
        id = id instanceof Number number ? (Object) number.longValue() : id.toString();
    }

    static Thing of(AuditEntry entry) {
        return new Thing(Kind.of(entry.subject().kind()), entry.subject().id());
    }

    Which which() {
        return id instanceof Number number
                ? Which.numbered(number.longValue())
                : Which.known(UUID.fromString(id.toString()));
    }

    /** As people read it. */
    @Override
    public String toString() {
        return kind.word().replace('_', ' ') + " " + id;
    }

    /** How it becomes what it was; empty where it never does, or is gone for ever. */
    Optional<Returnable> returnable(Exchange exchange) {
        long account = exchange.scope().accountId();
        return switch (kind) {
            case OPERATOR -> Optional.of(new ReturnableOperator(new OperatorId(number())));
            case VIRTUAL_NUMBER -> Optional.of(new ReturnableNumber(new VirtualNumberId(number())));
            case PROJECT -> Optional.of(new ReturnableProject(new ProjectId(number())));
            case API_KEY -> Optional.of(new OnlyRemovable(new RevokeApiKey(new ApiKeyId(number()))));
            case ASSISTANT ->
                exchange.ask(new FindAssistant(which(), account, exchange.moment()))
                        .found()
                        .map(found -> new ReturnableAssistant(new AssistantId(found.number())));
            case DOMAIN ->
                exchange.ask(new FindDomain(which(), account, exchange.moment()))
                        .found()
                        .map(found -> new OnlyRemovable(new DeleteDomain(new DomainId(found.number()))));
            case IDENTITY ->
                exchange.ask(new FindIdentity(which(), account, exchange.moment()))
                        .found()
                        .map(found -> new ReturnableIdentity(
                                new IdentityId(found.number()), uuid -> assistant(uuid, exchange)));
            case ACCOUNT, AGENT, CALL, MAIL, REPLAY, ROLE, TEAM -> Optional.empty();
        };
    }

    private long number() {
        return ((Number) id).longValue();
    }

    private static AssistantId assistant(UUID uuid, Exchange exchange) {
        return new AssistantId(exchange.find(
                        new FindAssistant(Which.known(uuid), exchange.scope().accountId(), exchange.moment()))
                .view()
                .number());
    }
}
