package dev.patchbay.server;

import dev.patchbay.server.ServerSettings.Store;
import java.util.Arrays;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Which store is set, however its name is written. */
final class OnStore implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        Store[] wanted = metadata.getAnnotations().get(ConditionalOnStore.class).getEnumArray("value", Store.class);
        return Arrays.asList(wanted).contains(store(context.getEnvironment()));
    }

    static Store store(Environment environment) {
        return Binder.get(environment).bind("patchbay.store", Store.class).orElse(Store.SQLITE);
    }
}
