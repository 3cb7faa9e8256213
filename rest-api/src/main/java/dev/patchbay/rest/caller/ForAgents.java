package dev.patchbay.rest.caller;

import dev.patchbay.shared.role.AgentPermission;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Answers agents: those with one of the permissions, or any when none is named. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface ForAgents {
    AgentPermission[] value() default {};
}
