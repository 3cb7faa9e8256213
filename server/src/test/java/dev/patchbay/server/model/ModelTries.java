package dev.patchbay.server.model;

import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/** Which sequences are played, and how many: the same in every build unless somebody asks for others. */
final class ModelTries implements AroundPropertyHook {

    @Override
    public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property) {
        Integer wanted = Integer.getInteger("patchbay.model.tries");
        if (wanted != null) {
            context.attributes().setTries(wanted);
        }
        context.attributes().setSeed(System.getProperty("patchbay.model.seed", "42"));
        return property.execute();
    }
}
