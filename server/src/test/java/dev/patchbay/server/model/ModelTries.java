package dev.patchbay.server.model;

import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/** How many sequences are played, and which: the same in every build unless somebody asks for others. */
final class ModelTries implements AroundPropertyHook {

    private static final int OF_A_BUILD = 6;

    @Override
    public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property) {
        context.attributes().setTries(Integer.getInteger("patchbay.model.tries", OF_A_BUILD));
        context.attributes().setSeed(System.getProperty("patchbay.model.seed", "42"));
        return property.execute();
    }
}
