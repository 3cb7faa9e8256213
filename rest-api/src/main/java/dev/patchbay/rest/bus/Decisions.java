package dev.patchbay.rest.bus;

import dev.patchbay.rest.answer.Problem;
import dev.patchbay.rest.settings.ApiSettings;
import dev.patchbay.shared.AllocateId;
import dev.patchbay.shared.Kind;
import dev.patchbay.shared.Provenance;
import dev.patchbay.shared.Together;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks the command side. */
@Component("commandSide")
public final class Decisions {
    private final CommandGateway gateway;
    private final Duration patience;

    public Decisions(CommandGateway gateway, ApiSettings settings) {
        this.gateway = gateway;
        this.patience = settings.commandTimeout();
    }

    /** Returns when all that was decided is durable, or throws a {@link CommandExecutionException} that says why not. */
    public void decide(Together commands, Provenance provenance) {
        send(commands, provenance);
    }

    public long allocate(Kind kind, Provenance provenance) {
        Object number = send(new AllocateId(kind), provenance);
        return ((Number) Objects.requireNonNull(number, "nothing was allocated")).longValue();
    }

    private @Nullable Object send(Object command, Provenance provenance) {
        try {
            return gateway.sendAndWait(
                    new GenericCommandMessage<>(command, provenance.toMetaData()),
                    patience.toMillis(),
                    TimeUnit.MILLISECONDS);
        } catch (CommandExecutionException e) {
            throw e.getCause() instanceof TimeoutException ? Problem.timeout() : e;
        }
    }
}
