package dev.patchbay.command;

import dev.patchbay.shared.Provenance;
import dev.patchbay.shared.Refusal;
import java.util.Optional;
import org.axonframework.commandhandling.CommandBusSpanFactory;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.monitoring.MessageMonitor;

/** The bus of this process: takes only commands that say who asks, and answers every failure to decide as a refusal. */
public final class DecidingCommandBus extends SimpleCommandBus {

    /** Has every command watched and traced, to its end: until what it decided is durable, or it is refused. */
    public DecidingCommandBus(MessageMonitor<? super CommandMessage<?>> monitor, CommandBusSpanFactory spans) {
        super(SimpleCommandBus.builder().messageMonitor(monitor).spanFactory(spans));
        registerDispatchInterceptor(messages -> (index, command) -> requireProvenance(command));
    }

    @Override
    protected <C, R> void handle(
            CommandMessage<C> command,
            MessageHandler<? super CommandMessage<?>> handler,
            CommandCallback<? super C, ? super R> callback) {
        CommandCallback<C, R> translating = (asked, result) -> {
            if (result.isExceptional()) {
                callback.onResult(asked, new GenericCommandResultMessage<>(refusal(result.exceptionResult())));
            } else {
                callback.onResult(asked, result);
            }
        };
        try (LoggedIds _ = LoggedIds.of(command)) {
            super.handle(command, handler, translating);
        }
    }

    private static CommandMessage<?> requireProvenance(CommandMessage<?> command) {
        if (Provenance.from(command.getMetaData()).isEmpty()) {
            throw new Refusal(Refusal.Reason.ANONYMOUS, command.getCommandName() + " does not say who asks");
        }
        return command;
    }

    /** The refusal that a failure amounts to; a failure that nobody foresaw stays what it is. */
    private static Throwable refusal(Throwable failure) {
        if (Refusal.in(failure).isPresent()) {
            return failure;
        }
        return foreseen(failure)
                .<Throwable>map(reason -> new Refusal(reason, String.valueOf(failure.getMessage()), failure))
                .orElse(failure);
    }

    private static Optional<Refusal.Reason> foreseen(Throwable failure) {
        if (failure instanceof AggregateNotFoundException) {
            return Optional.of(Refusal.Reason.NOT_FOUND);
        }
        if (failure instanceof ConcurrencyException
                || failure instanceof AggregateStreamCreationException
                || failure instanceof LockAcquisitionFailedException) {
            return Optional.of(Refusal.Reason.CONCURRENT);
        }
        if (failure instanceof EventStoreException) {
            return Optional.of(Refusal.Reason.UNAVAILABLE);
        }
        return Optional.ofNullable(failure.getCause()).flatMap(DecidingCommandBus::foreseen);
    }
}
