package dev.patchbay.command;

import dev.patchbay.shared.AllocateId;
import dev.patchbay.shared.Command;
import dev.patchbay.shared.Kind;
import dev.patchbay.shared.Refusal;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks further aggregates within the unit of work that is under way, so that all events are one commit. */
@Component
public class Decisions {

    private final ObjectProvider<DecidingCommandBus> bus;

    Decisions(ObjectProvider<DecidingCommandBus> bus) {
        this.bus = bus;
    }

    /** Has the command decided now; a refusal ends the whole unit of work. */
    public void ask(Command command) {
        send(command);
    }

    /** Like {@link #ask}, but content when the aggregate is gone by now. */
    public void askIfThere(Command command) {
        try {
            ask(command);
        } catch (Refusal refused) {
            if (!refused.is(Refusal.Reason.NOT_FOUND)) {
                throw refused;
            }
        }
    }

    /** The next free number of a kind. */
    public long allocate(Kind kind) {
        return ((Number) Objects.requireNonNull(send(new AllocateId(kind)), "nothing was allocated")).longValue();
    }

    private @Nullable Object send(Object command) {
        if (!CurrentUnitOfWork.isStarted()) {
            throw new IllegalStateException("no unit of work that " + command + " could be part of");
        }
        FutureCallback<Object, Object> decided = new FutureCallback<>();
        CommandBus local = bus.getObject();
        local.dispatch(new GenericCommandMessage<>(command), decided);
        CommandResultMessage<?> result = decided.join();
        Throwable failure = result.isExceptional() ? result.exceptionResult() : null;
        if (failure instanceof RuntimeException refused) {
            throw refused;
        }
        if (failure != null) {
            throw new CompletionException(failure);
        }
        return result.getPayload();
    }
}
