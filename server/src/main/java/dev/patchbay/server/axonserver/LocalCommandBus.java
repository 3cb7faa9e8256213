package dev.patchbay.server.axonserver;

import dev.patchbay.shared.Refusal;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.common.Registration;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.MessageHandlerInterceptor;

/**
 * Has the commands decided that others send to this process. They still do for a moment when it ends and decides nothing any more; then
 * they are told so, and may ask again.
 */
final class LocalCommandBus implements CommandBus {

    private final CommandBus deciding;

    LocalCommandBus(CommandBus deciding) {
        this.deciding = deciding;
    }

    @Override
    public <C> void dispatch(CommandMessage<C> command) {
        deciding.dispatch(command);
    }

    @Override
    public <C, R> void dispatch(CommandMessage<C> command, CommandCallback<? super C, ? super R> callback) {
        CommandCallback<C, R> telling = (asked, result) -> callback.onResult(asked, told(result));
        deciding.dispatch(command, telling);
    }

    private static <R> CommandResultMessage<? extends R> told(CommandResultMessage<? extends R> result) {
        return result.isExceptional() && result.exceptionResult() instanceof NoHandlerForCommandException failure
                ? new GenericCommandResultMessage<>(
                        new Refusal(Refusal.Reason.UNAVAILABLE, "the process that was asked ends", failure))
                : result;
    }

    @Override
    public Registration subscribe(String command, MessageHandler<? super CommandMessage<?>> handler) {
        return deciding.subscribe(command, handler);
    }

    @Override
    public Registration registerDispatchInterceptor(MessageDispatchInterceptor<? super CommandMessage<?>> interceptor) {
        return deciding.registerDispatchInterceptor(interceptor);
    }

    @Override
    public Registration registerHandlerInterceptor(MessageHandlerInterceptor<? super CommandMessage<?>> interceptor) {
        return deciding.registerHandlerInterceptor(interceptor);
    }
}
