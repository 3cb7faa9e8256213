package dev.patchbay.server;

import dev.patchbay.server.ServerSettings.Role;
import dev.patchbay.server.ServerSettings.Store;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Which roles are set, however their names are written. */
final class OnRole implements Condition {

    static final Set<Role> ALL = Collections.unmodifiableSet(EnumSet.allOf(Role.class));

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        Role[] wanted = metadata.getAnnotations().get(ConditionalOnRole.class).getEnumArray("value", Role.class);
        Set<Role> set = roles(context.getEnvironment());
        return Arrays.stream(wanted).anyMatch(set::contains);
    }

    /** Whether other processes do what this one does not. */
    static boolean areApart(Environment environment) {
        return !roles(environment).equals(ALL);
    }

    /** Those roles, or all where there are none. */
    static Set<Role> orAll(Set<Role> roles) {
        return roles.isEmpty() ? ALL : Collections.unmodifiableSet(EnumSet.copyOf(roles));
    }

    private static Set<Role> roles(Environment environment) {
        Set<Role> roles = orAll(Binder.get(environment)
                .bind("patchbay.roles", Bindable.setOf(Role.class))
                .orElse(ALL));
        if (!roles.equals(ALL) && OnStore.store(environment) != Store.AXON_SERVER) {
            throw new IllegalArgumentException(
                    "patchbay.roles (PATCHBAY_ROLES) names some of the roles, so the others are"
                            + " those of other processes: patchbay.store (PATCHBAY_STORE) must be axon-server, where they meet");
        }
        return roles;
    }
}
