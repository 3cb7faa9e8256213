package dev.patchbay.rest.caller;

import dev.patchbay.shared.apikey.Permission;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a key must be for a request to be served at all. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Requires {
    String ACCOUNT_WIDE = "Account-wide API key required";
    String MAY_CREATE_PROJECTS = "Project-scoped API keys cannot create or destroy projects";

    Permission value();

    /** What a project-scoped key is told; empty when such a key will do. */
    String accountWide() default "";
}
