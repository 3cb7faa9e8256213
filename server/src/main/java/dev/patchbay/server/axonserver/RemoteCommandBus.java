package dev.patchbay.server.axonserver;

import dev.patchbay.shared.Refusal;
import org.axonframework.axonserver.connector.command.AxonServerCommandBus;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.lifecycle.ShutdownInProgressException;
import org.jspecify.annotations.Nullable;

/** Has commands decided by whatever process Axon Server knows that decides; when there is none, they are refused as unavailable. */
final class RemoteCommandBus extends AxonServerCommandBus {

    private final AxonServer server;

    RemoteCommandBus(Builder builder, AxonServer server) {
        super(builder);
        this.server = server;
    }

    @Override
    public <C, R> void dispatch(CommandMessage<C> command, CommandCallback<? super C, ? super R> callback) {
        if (server.isAway()) {
            callback.onResult(command, unavailable("Axon Server does not answer", null));
            return;
        }
        CommandCallback<C, R> translating = (asked, result) -> callback.onResult(asked, translated(result));
        try {
            super.dispatch(command, translating);
        } catch (ShutdownInProgressException e) {
            callback.onResult(command, unavailable("this process ends", e));
        }
    }

    /** A failure that does not come from who decided is one on the way there or back. */
    private static <R> CommandResultMessage<? extends R> translated(CommandResultMessage<? extends R> result) {
        return result.isExceptional() && !(result.exceptionResult() instanceof CommandExecutionException)
                ? unavailable("nobody decides: " + result.exceptionResult().getMessage(), result.exceptionResult())
                : result;
    }

    private static <R> CommandResultMessage<R> unavailable(String message, @Nullable Throwable cause) {
        return new GenericCommandResultMessage<>(new Refusal(Refusal.Reason.UNAVAILABLE, message, cause));
    }
}
