package dev.patchbay.query;

import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.jspecify.annotations.Nullable;

/** Hands every event handler that wants it the place of the event in the log. */
public final class RecordedResolver implements ParameterResolverFactory, ParameterResolver<Recorded> {

    @Override
    public @Nullable ParameterResolver<?> createInstance(Executable executable, Parameter[] parameters, int index) {
        return parameters[index].getType() == Recorded.class ? this : null;
    }

    /** True for every event: one without a place must fail, where a handler that does not match is passed over. */
    @Override
    public boolean matches(Message<?> message) {
        return message instanceof EventMessage;
    }

    @Override
    public Recorded resolveParameterValue(Message<?> message) {
        return Recorded.of(message);
    }
}
